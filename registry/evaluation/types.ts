import type { DefinitionFacts } from '../../schemas/definition.ts';
import type { Effect } from '../../schemas/effects.ts';
import type { Finding } from '../../schemas/finding.ts';
import type { JsonObject } from '../../schemas/json.ts';
import type { Parameter } from '../../schemas/parameter.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { RenderVerdict } from '../../schemas/verdict.ts';

/** What one release line makes of one content, without parameters. A pure function of content, engine and rules. */
export interface LineEvaluation {
  readonly line: ReleaseLine;
  readonly render: Exclude<RenderVerdict, 'pending'>;
  /** Paths of the required parameters, with `needs-parameters`. */
  readonly parameters: readonly string[];
  /** KubeVela's own message, with `refused` and `needs-parameters`. */
  readonly reason?: string;
  /** Each with `for: [line]`, unless the rule judges all lines alike. */
  readonly findings: readonly Finding[];
  readonly facts: LineFacts;
}

/** What pages, search and other rules need of an evaluation. */
export interface LineFacts {
  readonly definitions: readonly DefinitionFacts[];
  /** Parameters of the addon itself. */
  readonly parameters: readonly Parameter[];
  /** Parameters of the definitions, by their paths; those without any are left out. */
  readonly definitionParameters: readonly DefinitionParameters[];
  /** KubeVela's OpenAPI schema of the addon's own; absent without parameters or when it cannot be made. */
  readonly schema?: JsonObject;
  readonly effects: readonly Effect[];
  /** Definitions used by the rendered Application and by templates, with where; whoever owns them. */
  readonly uses: readonly DefinitionUse[];
  /** Hosts and addresses that the addon refers to: charts, images, icons, modules, repositories. */
  readonly links: readonly {
    readonly url: string;
    readonly file: string;
    readonly line: number;
    readonly column: number;
  }[];
  /** The oldest release that knows everything the addon imports, such as `1.10.0`. */
  readonly minimumVela?: string;
}

/** A parameter at any depth: `a.b[].c`, `[]` being an element of a list or a value of a map. */
export interface ParameterPath {
  readonly path: string;
  /** What `// +usage=` says; empty without it. */
  readonly usage: string;
}

/** The parameters of one definition. */
export interface DefinitionParameters extends Pick<DefinitionFacts, 'kind' | 'name'> {
  readonly parameters: readonly ParameterPath[];
}

export interface DefinitionUse {
  readonly kind: DefinitionFacts['kind'];
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Only when a condition holds that the defaults do not meet. */
  readonly conditional: boolean;
}
