import type { SourceState } from '../../schemas/rest.ts';
import type { CatalogViews, SourceStates } from './types.ts';

/** How every source fares, with how far the judging of its versions has come. */
export function listSourceStates(sources: SourceStates, views: CatalogViews): readonly SourceState[] {
  return sources.listSourceStates().map((source) => {
    const evaluation = views.findView(source.catalog)?.evaluationOfSource.get(source.id);
    return evaluation === undefined ? source : { ...source, evaluation };
  });
}
