import { pathToFileURL } from 'node:url';
import { operation, operations, type OperationId } from '../../core/contract/routes.ts';
import { access, type Marking } from '../../core/domain/audience.ts';
import type { Reader } from '../../core/domain/organisation.ts';
import { tlpOrder } from '../../core/domain/tlp.ts';

const strengths = { session: 'in this session', recent: 'within a quarter of an hour', never: '-' } as const;

/** Who may make which call: docs/access.md. `npx tsx test/tooling/access-tables.ts` prints both tables. */
export function callTable(): string {
  const rows = (Object.keys(operations) as OperationId[]).map((id) => {
    const { method, path, role, roleIn, kinds, people, scopes, strong, public: open } = operation(id);
    const other = Object.entries(roleIn ?? {}).map(([kind, least]) => `${least} (${kind})`);
    const cells = open
      ? ['nobody needs to be known', '', '', '']
      : [
          [role ?? (roleIn ? 'owner' : 'viewer'), ...other].join(', '),
          kinds?.join(', ') ?? 'all',
          people ? 'none: people alone' : (scopes?.map((scope) => `\`${scope}\``).join(' or ') ?? 'any'),
          strong ? strengths[strong] : '- (coordinator: in this session)',
        ];
    return `| ${method} \`${path}\` | ${cells.join(' | ')} |`;
  });
  return [
    '| call | least role | kinds | scope of a key | strong factor |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

const issuerId = 'the issuer';
const readers: Record<string, Reader> = {
  'its issuer': reader('the issuer', { kind: 'cso' }),
  'its issuer, not on the RED list': reader('the issuer', { kind: 'cso', red: false }),
  'named in `only`': reader('named', {}),
  'named in `only`, not on the RED list': reader('named', { red: false }),
  'left out by `except`': reader('left out', {}),
  'another member': reader('another', {}),
  'an observer up to TLP:GREEN': reader('observer', { kind: 'observer', clearance: 'TLP:GREEN' }),
  'the coordinator': reader('coordinator', { kind: 'coordinator' }),
  'a suspended member': reader('suspended', { suspended: true }),
};

function reader(organisationId: string, changes: Partial<Reader>): Reader {
  return { organisationId, kind: 'platform', clearance: 'TLP:RED', suspended: false, red: true, ...changes };
}

const markings: [string, Pick<Marking, 'only' | 'except'>][] = [
  ['the whole network', { only: null, except: null }],
  ['only', { only: ['named'], except: null }],
  ['except', { only: null, except: ['left out'] }],
];

/** Who may see how much of a warning, of one whose issuer is named. */
export function audienceTable(): string {
  const names = Object.keys(readers);
  const rows = tlpOrder.toReversed().flatMap((tlp) =>
    markings
      .filter(([, { only }]) => tlp !== 'TLP:RED' || only !== null)
      .map(([said, audience]) => {
        const marking: Marking = { tlp, withholdIssuer: false, ...audience };
        const seen = names.map((name) => access(issuerId, marking, readers[name] as Reader));
        return `| ${tlp}, ${said} | ${seen.map((one) => (one === 'none' ? '–' : one)).join(' | ')} |`;
      }),
  );
  return [`| marking, audience | ${names.join(' | ')} |`, `| --- |${' --- |'.repeat(names.length)}`, ...rows].join(
    '\n',
  );
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(`${callTable()}\n\n${audienceTable()}\n`);
}
