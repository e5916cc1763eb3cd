import type { Locator, Page } from 'playwright-core';

/** How somebody works a page: the same story can be walked by either. */
export interface Hands {
  /** Follows a link, presses a button. */
  press(target: Locator): Promise<void>;
  /** Writes into a field, over what stands in it. */
  write(target: Locator, text: string): Promise<void>;
  /** Picks an option of a native select, by its value. */
  pick(target: Locator, value: string): Promise<void>;
  /** Ticks a box, or one of several radio buttons. */
  tick(target: Locator): Promise<void>;
  /** Finds something in a list that is searched by typing, and takes it. */
  find(target: Locator, text: string, option: string): Promise<void>;
}

/** A mouse, or a finger. */
export const pointer: Hands = {
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
  pick: async (target, value) => void (await target.selectOption(value)),
  tick: (target) => target.check(),
  async find(target, text, option) {
    await target.fill(text);
    await target.page().getByRole('option', { name: option, exact: true }).click();
  },
};

/** The keyboard alone; each place that it acts on has to show that it has the focus. */
export const keyboard: Hands = {
  async press(target) {
    await reach(target);
    await target.page().keyboard.press('Enter');
  },
  async write(target, text) {
    await reach(target);
    await target.page().keyboard.press('ControlOrMeta+A');
    await target.page().keyboard.type(text);
  },
  async pick(target, value) {
    await reach(target);
    await target.page().keyboard.type(await target.locator(`option[value="${value}"]`).innerText());
    const chosen = await target.inputValue();
    if (chosen !== value) throw new Error(`The keyboard chose "${chosen}" where "${value}" was meant.`);
  },
  async tick(target) {
    await reach(target);
    if (!(await target.isChecked())) await target.page().keyboard.press('Space');
  },
  async find(target, text, option) {
    const { keyboard: keys } = target.page();
    await reach(target);
    await keys.type(text);
    await target.page().getByRole('option', { name: option, exact: true }).waitFor();
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await keys.press('Escape');
  },
};

/** More than any page has. */
const farthest = 250;

/**
 * Goes to an element by Tab, and among radio buttons by the arrow keys.
 * @throws Error when it is not on the way, or does not show that it has the focus
 */
async function reach(target: Locator): Promise<void> {
  await target.waitFor();
  const page = target.page();
  const name = await target.evaluate((element) => (element as HTMLInputElement).name ?? '');
  for (let steps = 0; steps < farthest; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return shown(target);
    await page.keyboard.press((await isAmongRadios(page, name)) ? 'ArrowDown' : 'Tab');
  }
  throw new Error(`The keyboard does not reach ${String(target)}.`);
}

/** Whether the focus is on a radio button of the same group. */
function isAmongRadios(page: Page, name: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const focus = document.activeElement;
    return wanted !== '' && focus instanceof HTMLInputElement && focus.type === 'radio' && focus.name === wanted;
  }, name);
}

async function shown(target: Locator): Promise<void> {
  const isShown = await target.evaluate((element) => {
    // A link that its whole card follows fills it by what comes after its words.
    const isOutlined = (one: Element): boolean =>
      [undefined, '::after'].some((part) => getComputedStyle(one, part).outlineStyle !== 'none');
    // What is drawn for a hidden radio button stands beside it.
    const drawn = [element, element.nextElementSibling, element.closest('label')];
    const wrapper = element.closest('[data-variant]');
    return [...drawn, wrapper].some((one) => one !== null && isOutlined(one));
  });
  if (!isShown) throw new Error(`Nothing shows that ${String(target)} has the focus.`);
}
