/** What needs Node.js: positions in a file. */
export { filePositions } from './file-positions.ts';
