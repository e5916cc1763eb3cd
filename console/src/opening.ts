import { catalogues } from './languages/catalogues.ts';
import { firstLanguage } from './languages/choice.ts';
import { askAhead } from './session/ahead.ts';

// Small, and run while the scripts of the page are still on their way: what they will want first is on its way with them. Whatever
// fails here is asked for again by whoever wants it.
void catalogues[firstLanguage()]().catch(() => undefined);
askAhead();
