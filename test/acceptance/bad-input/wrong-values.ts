import { pointerOf, replaced, type Path } from './places.ts';
import { z } from 'zod';
import {
  after as afterPosition,
  country,
  emailAddress,
  language,
  listedId,
  position,
  sentInstant,
  subdivision,
  timeZone,
  uuid,
  webAddress,
} from '../../../core/contract/scalars.ts';

/** One way in which one member of a body is wrong. */
export interface Wrong {
  /** JSON pointer that the refusal must name. */
  readonly pointer: string;
  readonly how: string;
  readonly body: unknown;
}

interface Schema {
  readonly _zod: { readonly def: Def };
}
interface Def {
  readonly type: string;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly shape?: Record<string, Schema>;
  readonly options?: Schema[];
  readonly discriminator?: string;
  readonly catchall?: Schema;
  readonly entries?: Record<string, string>;
  readonly values?: unknown[];
  readonly checks?: { _zod: { def: { check: string; minimum?: number; maximum?: number; value?: number } } }[];
}

/** What a code is not, by the scalar that it is. */
const wrongScalars = new Map<unknown, string[]>([
  [
    uuid,
    [
      '',
      'x',
      '0198c0de-0000-7000-8000',
      '0198c0de-0000-7000-8000-00000000000g',
      '{0198c0de-0000-7000-8000-000000000001}',
    ],
  ],
  [country, ['', 'de', 'DEU', 'EL', 'UK', 'EU', 'XK9', 'ZZ', 'D\0']],
  [subdivision, ['', 'DE', 'DE-ZZ', 'de-be', 'XX-1']],
  [language, ['', 'und', 'mul', 'zxx', 'x-private', 'i-klingon', 'german', 'de_DE', 'qaa', 'de-', 'en-XX', '*', 'd\0']],
  [
    sentInstant,
    [
      '',
      'tomorrow',
      '2026-05-09',
      '2026-05-09T18:30',
      '2026-02-30T10:00:00Z',
      '2026-05-09T25:00:00Z',
      '1778351400',
      '0000-01-01T00:00:00Z',
      '0001-01-01T00:00:00+23:59',
      '9999-12-31T23:59:59-23:59',
    ],
  ],
  [timeZone, ['', 'Berlin', 'Mars/Olympus', '+25:00', 'Europe/Berlin\0']],
  [
    webAddress,
    [
      '',
      'example.org',
      'javascript:alert(1)',
      'ftp://example.org',
      'https://user:word@example.org',
      'https://a b',
      `https://example.org/${'x'.repeat(2_048)}`,
    ],
  ],
  [
    emailAddress,
    [
      '',
      'nobody',
      'a@b',
      'a@x.org, b@x.org',
      'A <a@x.org>',
      'a@x.org\r\nRCPT TO:<evil@x.org>',
      `${'x'.repeat(250)}@x.org`,
    ],
  ],
]);
/** Told apart later, each by an answer of its own. */
const anyText = new Set<unknown>([afterPosition, position, listedId]);
/** Members that are one line: a line break in them is wrong, as is what turns the direction of writing. */
const oneLineMembers = new Set(['headline', 'name', 'assignee']);
const termMembers = new Set(['/terms/0/text']);

/** Every member of a body wrong in every way that its schema forbids, each by itself; `body` is whole and right. */
export function wrongBodies(schema: z.ZodType, body: unknown): Wrong[] {
  return [...wrongs(schema as unknown as Schema, body, [])].map(({ path, how, value, pointer }) => ({
    how,
    pointer: pointerOf(pointer ?? path),
    body: replaced(body, path, value),
  }));
}

interface Mistake {
  readonly path: Path;
  readonly how: string;
  /** undefined: the member is left out. */
  readonly value: unknown;
  /** Where it is not the path itself that is named. */
  readonly pointer?: Path;
}

function* wrongs(schema: Schema, value: unknown, path: Path): Generator<Mistake> {
  const { inner, optional, nullable } = unwrapped(schema);
  const def = defOf(inner);
  const mistake = (how: string, wrong: unknown, pointer?: Path): Mistake => ({
    path,
    how,
    value: wrong,
    ...(pointer ? { pointer } : {}),
  });
  if (!optional && path.length > 0 && typeof path.at(-1) === 'string') yield mistake('left out', undefined);
  if (!nullable) yield mistake('null', null);
  const types: Record<string, unknown> = { string: 'text', number: 7, boolean: true, array: [], object: {} };
  for (const [type, other] of Object.entries(types)) if (type !== jsonType(def.type)) yield mistake(`a ${type}`, other);
  switch (def.type) {
    case 'string':
      for (const [how, wrong] of wrongTexts(inner, path)) yield mistake(how, wrong);
      break;
    case 'enum':
    case 'literal':
      for (const wrong of ['', 'nothing', String(value).toUpperCase() + '_', `${String(value)} `])
        yield mistake(`the code "${wrong}"`, wrong);
      break;
    case 'number':
      yield* wrongNumbers(def, mistake);
      break;
    case 'array':
      yield* wrongLists(def, value as unknown[], path, mistake);
      break;
    case 'object':
      yield* wrongMembers(def.shape ?? {}, value as Record<string, unknown>, path, isLoose(def));
      break;
    case 'union':
      yield* wrongOptions(def, value as Record<string, unknown>, path);
      break;
    case 'boolean':
      break;
    default:
      throw new Error(`Nobody said yet how a ${def.type} is wrong (${pointerOf(path)}).`);
  }
}

function defOf({ _zod: { def } }: Schema): Def {
  return def;
}

/** What an option of a union has as its discriminator. */
function typeOf(option: Schema, discriminator: string): unknown[] {
  const literal = defOf(option).shape?.[discriminator];
  return (literal && defOf(literal).values) ?? [];
}

function unwrapped(schema: Schema): { inner: Schema; optional: boolean; nullable: boolean } {
  let inner = schema;
  let optional = false;
  let nullable = false;
  for (;;) {
    const { type, innerType } = defOf(inner);
    if (type === 'optional') optional = true;
    else if (type === 'nullable') nullable = true;
    else return { inner, optional, nullable };
    inner = innerType as Schema;
  }
}

function jsonType(type: string): string {
  if (type === 'enum' || type === 'literal') return 'string';
  return type === 'union' ? 'object' : type;
}

function* wrongTexts(schema: Schema, path: Path): Generator<[string, string]> {
  const scalar = wrongScalars.get(schema);
  if (scalar) {
    for (const wrong of scalar) yield [JSON.stringify(wrong).slice(0, 60), wrong];
    return;
  }
  if (anyText.has(schema)) return;
  const meta = z.globalRegistry.get(schema as unknown as z.ZodType) as
    | { minLength?: number; maxLength?: number }
    | undefined;
  const longest = defOf(schema)
    .checks?.map(({ _zod }) => _zod.def)
    .find(({ check }) => check === 'max_length')?.maximum;
  if (meta?.maxLength === undefined && longest !== undefined) {
    yield ['too long', 'x'.repeat(longest + 1)];
    return;
  }
  if (meta?.maxLength === undefined) {
    // A pattern: HH:MM.
    for (const wrong of ['', '24:00', '7:30', '12:60', '12:30:00']) yield [wrong, wrong];
    return;
  }
  const { minLength = 0, maxLength } = meta;
  const name = String(path.at(-1));
  if (minLength > 0) yield ['empty', ''];
  yield ['too long', 'x'.repeat(maxLength + 1)];
  yield ['too long in code points', '👩'.repeat(maxLength + 1)];
  yield ['NUL', 'a\0b'];
  yield ['half a surrogate pair', 'a\uD800b'];
  if (termMembers.has(pointerOf(path))) {
    yield ['a line break', 'a\nb'];
    return;
  }
  yield ['white space alone', ' \t ' + (oneLineMembers.has(name) ? '' : '\n')];
  yield ['a control character', 'a\u0007b'];
  if (!oneLineMembers.has(name)) return;
  yield ['a line break', 'a\nb'];
  yield ['a line separator', 'a\u2028b'];
  yield ['a turn of the direction of writing', 'a\u202Eb'];
}

function* wrongNumbers(def: Def, mistake: (how: string, wrong: unknown) => Mistake): Generator<Mistake> {
  yield mistake('a fraction', 61.5);
  yield mistake('as text', '61');
  for (const { _zod } of def.checks ?? []) {
    const { check, value } = _zod.def;
    if (check === 'greater_than' && value !== undefined) yield mistake('too small', value - 1);
    if (check === 'less_than' && value !== undefined) yield mistake('too large', value + 1);
  }
}

function* wrongLists(
  def: Def,
  list: unknown[],
  path: Path,
  mistake: (how: string, wrong: unknown) => Mistake,
): Generator<Mistake> {
  for (const { _zod } of def.checks ?? []) {
    const { check, minimum, maximum } = _zod.def;
    if (check === 'min_length' && minimum !== undefined && minimum > 0)
      yield mistake('too short a list', list.slice(0, minimum - 1));
    if (check === 'max_length' && maximum !== undefined) {
      yield mistake(
        'too long a list',
        Array.from({ length: maximum + 1 }, () => list[0]),
      );
    }
  }
  for (const [index, item] of list.entries()) yield* wrongs(def.element as Schema, item, [...path, index]);
}

/** What browsers write takes whatever a later one adds. */
function isLoose({ catchall }: Def): boolean {
  return catchall !== undefined && defOf(catchall).type === 'unknown';
}

/** What nobody gives themselves by naming it. */
const smuggled = 'role organisation organisationId member kind clearance scopes red issuer actor strength'.split(' ');

function* wrongMembers(
  shape: Record<string, Schema>,
  value: Record<string, unknown>,
  path: Path,
  loose = false,
): Generator<Mistake> {
  const unknown = loose ? [] : ['unknown', '', 'a/b', '__proto__', 'constructor', 'toString'];
  const more = path.length === 0 ? smuggled.filter((name) => !Object.hasOwn(shape, name)) : [];
  for (const name of [...unknown, ...more]) {
    yield { path: [...path, name], how: 'an unknown member', value: 'x' };
  }
  for (const [name, member] of Object.entries(shape)) {
    if (!Object.hasOwn(value, name)) throw new Error(`The right body lacks ${pointerOf([...path, name])}.`);
    yield* wrongs(member, value[name], [...path, name]);
  }
}

function* wrongOptions(def: Def, value: Record<string, unknown>, path: Path): Generator<Mistake> {
  const name = def.discriminator;
  if (name === undefined) throw new Error(`${pointerOf(path)} is a union without a discriminator.`);
  for (const wrong of ['nothing', 7, null]) yield { path: [...path, name], how: 'an unknown type', value: wrong };
  const option = def.options?.find((one) => typeOf(one, name).includes(value[name]));
  if (!option) throw new Error(`${pointerOf(path)} is none of its options.`);
  const { [name]: _, ...members } = defOf(option).shape ?? {};
  yield* wrongMembers(members, value, path);
}
