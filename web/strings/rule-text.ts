/** A rule in the language of a page. Between backticks stands code. */
export interface RuleText {
  /** What the author did, as a heading. */
  readonly title: string;
  /** Why it matters. */
  readonly reason: string;
  /** How it is mended, whatever the addon. */
  readonly fix: string;
}

/** Texts by the id of the rule. */
export type RuleTexts = Readonly<Record<string, RuleText>>;
