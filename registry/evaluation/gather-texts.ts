import type { DefinitionKind } from '../../schemas/definition.ts';
import type { Parameter } from '../../schemas/parameter.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { LintSubject } from '../addon/lint/types.ts';
import type { CueFacts, EngineFile, EnginePosition, Engines, ImportContext } from '../engine/types.ts';
import { getReleaseLine } from '../version/release-lines.ts';
import type { CueText } from './evaluation-rule.ts';
import { type DefinitionText, listDefinitionTexts } from './located/definition-texts.ts';
import { readText } from './located/read-text.ts';
import { mapLimited } from './map-limited.ts';

/** Questions that are under way at a time for one addon. */
export const maxQuestions = 4;

export interface GatherTextsOptions {
  readonly subject: LintSubject;
  readonly line: ReleaseLine;
  /** Parameters of the definitions, by their file. */
  readonly parametersOf: ReadonlyMap<string, readonly Parameter[]>;
}

interface Question {
  readonly role: CueText['role'];
  readonly context: ImportContext;
  readonly files: readonly EngineFile[];
  /** The files that the answer is wanted of; the others only declare what they use. */
  readonly wanted: readonly string[];
  readonly definition?: DefinitionText;
}

/** Which of KubeVela's packages the template of a definition may import (definitions.md section 11.1). */
const contextOf: Readonly<Record<DefinitionKind, ImportContext>> = {
  component: 'workload',
  trait: 'workload',
  policy: 'plain',
  'workflow-step': 'default',
  workload: 'workload',
};

/** Asks the engine of a line how every CUE text of an addon uses what it declares. Texts that do not parse are left out: others tell of them. */
export async function gatherTexts(
  { engines }: { readonly engines: Engines },
  options: GatherTextsOptions,
): Promise<readonly CueText[]> {
  const { engine } = getReleaseLine(options.line);
  const isRewritten = async (file: EngineFile) => {
    const outcome = await engines.ask({ engine, operation: 'upgrade', request: { file } });
    return outcome.kind === 'answer' && outcome.value.applied.includes('list-arithmetic');
  };
  const answers = await mapLimited(listQuestions(options.subject), maxQuestions, async (question) => {
    const { files, context, role, wanted, definition } = question;
    const request = { files, context, line: options.line };
    const outcome = await engines.ask({ engine, operation: 'facts', request });
    if (outcome.kind !== 'answer') return [];
    const answered = outcome.value.files.filter(({ file }) => wanted.includes(file));
    if (definition === undefined) return answered.map((facts): CueText => ({ facts, context, role }));
    const [facts] = answered;
    if (facts === undefined) return [];
    const parameters = options.parametersOf.get(facts.file);
    const own = { facts: moveFacts(facts, definition.toPlace), context, role };
    const isAsked = options.line === '1.11' && facts.listArithmetic.length > 0;
    return [
      {
        ...own,
        ...(isAsked ? { rewritten: await isRewritten(definition.text) } : {}),
        ...(parameters === undefined ? {} : { parameters }),
      },
    ];
  });
  return answers.flat();
}

function listQuestions(subject: LintSubject): readonly Question[] {
  const { documents } = subject;
  const toFile = ({ file }: { readonly file: string }): EngineFile => ({ name: file, text: readText(subject, file) });
  const parameters = documents.listCue('parameter').map(toFile);
  const template = documents.listCue('template').find(({ isEmpty }) => !isEmpty);
  const main = template?.package?.name ?? 'main';
  const resources = documents.listCue('resource');
  const inPackage =
    template === undefined ? [] : [template, ...resources.filter(({ package: own }) => own?.name === main)];
  const alone = resources.filter(({ package: own }) => own === undefined || (own.name !== 'main' && own.name !== main));
  const application = { role: 'application', context: 'plain' } as const;
  const whole = [...parameters, ...inPackage.map(toFile)];
  return [
    ...(whole.length === 0 ? [] : [{ ...application, files: whole, wanted: whole.map(({ name }) => name) }]),
    ...alone.map((file) => ({ ...application, files: [toFile(file), ...parameters], wanted: [file.file] })),
    ...documents.listCue('notes').map((file) => single(toFile(file), { role: 'notes', context: 'plain' })),
    ...documents.listCue('view').map((file) => single(toFile(file), { role: 'view', context: 'default' })),
    ...documents
      .listCue('config-template')
      .map((file) => single(toFile(file), { role: 'config-template', context: 'config' })),
    ...listDefinitionTexts(subject).map((definition) => ({
      ...single(definition.text, { role: 'definition', context: contextOf[definition.kind] }),
      definition,
    })),
  ];
}

function single(file: EngineFile, about: Pick<Question, 'role' | 'context'>): Question {
  return { ...about, files: [file], wanted: [file.name] };
}

/** Facts of a text inside another file, with the places of that file. */
function moveFacts(facts: CueFacts, toPlace: (position: EnginePosition) => EnginePosition): CueFacts {
  const move = <Placed extends EnginePosition>(list: readonly Placed[]): readonly Placed[] =>
    list.map((each) => ({ ...each, ...toPlace(each) }));
  return {
    ...facts,
    imports: move(facts.imports),
    topLevel: move(facts.topLevel),
    parameterReads: move(facts.parameterReads),
    contextReads: move(facts.contextReads),
    listArithmetic: move(facts.listArithmetic),
    errorLabels: move(facts.errorLabels),
    unresolved: move(facts.unresolved),
    unused: move(facts.unused),
    requiredFields: move(facts.requiredFields),
  };
}
