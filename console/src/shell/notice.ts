/** What a page tells the service worker: the language whose words are to be kept, or that a new version may take over. */
export type Notice = { readonly tell: 'speaks'; readonly language: string } | { readonly tell: 'take-over' };
