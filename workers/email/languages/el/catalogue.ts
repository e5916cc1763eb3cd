import { vocabularies } from '../../../../core/contract/vocabularies/el.ts';
import { codesOf } from '../codes.ts';
import { account } from './account.ts';
import { subscriber } from './subscriber.ts';
import { warning } from './warning.ts';

export const catalogue = { codes: codesOf(vocabularies), warning, account, subscriber } as const;
