import type { AddonDetail, VersionDetail } from '../../schemas/rest.ts';
import type { PageContext } from './page-context.ts';

/** A version together with the addon that it belongs to: what every page about a version is given. */
export interface VersionPageData {
  readonly context: PageContext;
  readonly addon: AddonDetail;
  readonly version: VersionDetail;
}
