/// <reference types="vite/client" />

declare module 'virtual:theme-variables.css';

declare module 'virtual:europe' {
  export const europe: unknown;
}
