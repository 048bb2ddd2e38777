import { normalizeVersion } from '../../../version/normalize-version.ts';
import { hitAt } from '../hits.ts';
import type { Rule } from '../types.ts';
import { findEntry, findText } from '../yaml-file.ts';

/** A Chart.yaml that names another addon or version than metadata.yaml. */
export const packageChartDiffers: Rule = {
  id: 'package/chart-differs',
  severity: 'warning',
  title: 'Chart.yaml and metadata.yaml disagree',
  reason:
    'Registries list an addon by Chart.yaml, and the client names the application by metadata.yaml. Where they differ, `vela addon enable` waits for an application that never comes, or shows a version that is not the one installed. `vela addon push --version` changes only one of them.',
  fix: 'Remove Chart.yaml, which is made from metadata.yaml on packaging, or make both agree.',
  wrong: [{ file: 'Chart.yaml', text: 'apiVersion: v2\nname: hello\nversion: 2.0.0\n' }],
  right: [{ file: 'Chart.yaml', text: 'apiVersion: v2\nname: hello\nversion: 1.0.0\n' }],
  *check({ documents, metadata }) {
    if (metadata === undefined) return;
    for (const file of documents.listYaml('chart')) {
      for (const key of ['name', 'version'] as const) {
        const entry = findEntry(file.root, key);
        const text = findText(entry?.value);
        if (entry === undefined || text === undefined) continue;
        if (normalizeVersion(text) === normalizeVersion(metadata[key])) continue;
        yield hitAt(file, entry.position, `metadata.yaml says \`${metadata[key]}\`, Chart.yaml says \`${text}\`.`);
      }
    }
  },
};
