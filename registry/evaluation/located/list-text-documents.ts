import type { CueField } from '../../addon/lint/cue-file.ts';
import type { LintSubject } from '../../addon/lint/types.ts';
import { findDefinitionName, listDefinitionTexts } from './definition-texts.ts';
import { type Locate, locateCueFields, locatorOf } from './locate-cue.ts';
import { locateYaml } from './locate-yaml.ts';
import type { LocatedDocument } from './located-value.ts';

/** What an addon writes out as text, whatever its conditions: templates, resources, and the templates of definitions. Parameters are left out. */
export function listTextDocuments(subject: LintSubject): readonly LocatedDocument[] {
  const { documents } = subject;
  const yaml = documents
    .listYaml('template', 'resource')
    .flatMap(({ file, root }) => (root === undefined ? [] : [toDocument(locateYaml(file, root))]));
  const cue = documents
    .listCue('template', 'resource')
    .map((file) => toDocument(locateText(file.fields, locatorOf(file))));
  const definitions = documents.listYaml('definition').flatMap((file) => {
    const named = findDefinitionName(file);
    if (file.root === undefined || named === undefined) return [];
    return [toDocument(locateYaml(file.file, file.root), `${named.kind}/${named.name}`)];
  });
  const templates = listDefinitionTexts(subject).map(({ kind, name, fields, locate }) =>
    toDocument(locateText(fields, locate), `${kind}/${name}`),
  );
  return [...yaml, ...cue, ...definitions, ...templates];
}

function locateText(fields: readonly CueField[], locate: Locate): LocatedDocument['root'] {
  const used = fields.filter(({ label }) => label !== 'parameter' && !label.startsWith('#'));
  return { kind: 'object', place: locate(0), entries: locateCueFields(used, locate) };
}

function toDocument(root: LocatedDocument['root'], definition?: string): LocatedDocument {
  return definition === undefined ? { root, origin: 'text' } : { root, origin: 'text', definition };
}
