import { Document, type Node, Scalar } from 'yaml';
import type { LockContent, LockMember } from '../../../schemas/lock.ts';
import { toCanonicalLock, toLockId } from './canonical-lock.ts';

const heading = ` chandlery.lock: exact versions of addons, with the digests of their bytes, decided together.
 Written by "chandlery lock write". "chandlery lock check" tells whether it still holds, "chandlery lock upgrade" moves it.
 The id below is made of the rest: a change by hand is noticed.`;

/** Writes `chandlery.lock`: equal contents give equal texts, and a version that moves changes four lines. Ends with a newline. */
export function toLockYaml(content: LockContent): string {
  const lock = toCanonicalLock(content);
  const document = new Document();
  document.commentBefore = heading;
  const { format, vela, kubernetes, members, outside } = lock;
  document.contents = document.createNode({
    format,
    id: toLockId(lock),
    ...(vela === undefined ? {} : { vela: quoted(vela) }),
    ...(kubernetes === undefined ? {} : { kubernetes: quoted(kubernetes) }),
    members: members.map((member) => toMemberNode(document, member)),
    ...(outside === undefined
      ? {}
      : { outside: outside.map(({ name, version }) => flow(document, { name, version: quoted(version) })) }),
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function toMemberNode(document: Document, member: LockMember): unknown {
  const { want, requiredBy, dependencies, requirements } = member;
  return {
    name: member.name,
    catalog: member.catalog,
    version: quoted(member.version),
    digest: member.digest,
    treeDigest: member.treeDigest,
    ...(want === undefined
      ? {}
      : { want: flow(document, want.range === undefined ? {} : { range: quoted(want.range) }) }),
    ...(requiredBy.length === 0
      ? {}
      : {
          requiredBy: requiredBy.map(({ range, ...requirer }) =>
            flow(document, { ...requirer, ...(range === undefined ? {} : { range: quoted(range) }) }),
          ),
        }),
    ...(dependencies.length === 0
      ? {}
      : {
          dependencies: dependencies.map(({ name, version }) =>
            flow(document, { name, ...(version === undefined ? {} : { version: quoted(version) }) }),
          ),
        }),
    ...(Object.keys(requirements).length === 0
      ? {}
      : {
          requirements: flow(
            document,
            Object.fromEntries(Object.entries(requirements).map(([system, range]) => [system, quoted(range)])),
          ),
        }),
  };
}

/** A version or range, always in quotes: some look like numbers, and their neighbours should not look otherwise. */
function quoted(text: string): Scalar<string> {
  const scalar = new Scalar(text);
  scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

/** On one line. */
function flow(document: Document, value: object): Node {
  return document.createNode(value, { flow: true });
}
