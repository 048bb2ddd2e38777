import type { DefinitionDetail, DefinitionHistory } from '../../schemas/definition-catalogue.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { VersionDetail } from '../../schemas/rest.ts';
import type { DefinitionChoice } from './links.ts';
import type { PageContext } from './page-context.ts';
import type { SourceLine } from './source-lines.ts';

/** A text that is shown, unless it would make the page too heavy. */
export type TextView = { readonly kind: 'text'; readonly lines: readonly SourceLine[] } | { readonly kind: 'tooLarge' };

/** An application that uses a definition. */
export interface DefinitionExample {
  readonly text: string;
  /** A component type that stands for any other, when the definition needs a component beside it whose parameters are not known. */
  readonly host?: string;
}

/** Since which version of its addon each parameter has been there. */
export interface ParameterOrigins {
  /** The first version that brings the definition. */
  readonly first: string;
  /** By path: those that came later. */
  readonly later: ReadonlyMap<string, string>;
}

/** A definition with everything that its page shows. */
export interface DefinitionPageData {
  readonly context: PageContext;
  readonly detail: DefinitionDetail;
  readonly history: DefinitionHistory;
  /** Whether the version that is shown may still be used. */
  readonly version: Pick<VersionDetail, 'state' | 'stateReason'>;
  /** Absent where the texts before are not all known. */
  readonly origins?: ParameterOrigins;
  /** What the address asked for; without a version the page follows the newest. */
  readonly choice: DefinitionChoice;
  /** Lines on which the definition is the very same as on the one that is shown, which is among them. */
  readonly sameLines: readonly ReleaseLine[];
  /** YAML of the object in the cluster; absent when the line refuses the definition. */
  readonly object?: TextView;
  readonly source: TextView;
  /** Its Terraform module is fetched while it runs, so its variables are not known. */
  readonly isRemote: boolean;
  /** Absent where nothing can be written down that is sure to be valid. */
  readonly example?: DefinitionExample;
}
