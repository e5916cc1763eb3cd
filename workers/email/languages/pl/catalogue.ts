import { account } from './account.ts';
import { codes } from './codes.ts';
import { subscriber } from './subscriber.ts';
import { warning } from './warning.ts';

export const catalogue = { codes, warning, account, subscriber } as const;
