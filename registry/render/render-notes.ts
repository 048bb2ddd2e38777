import { askEngine, createContext, type RenderSession, toEngineFile } from './render-session.ts';
import { done, type StageOutcome, toEngineFault } from './stage-outcome.ts';

/** Renders NOTES.cue of a first installation; undefined without one (`renderNotes`). */
export async function renderNotes(session: RenderSession): Promise<StageOutcome<string | undefined>> {
  const { addon, options } = session;
  if (addon.notes === undefined) return done(undefined);
  const outcome = await askEngine(session, 'notes', {
    context: createContext(addon, options.parameters, { upgrade: false }),
    file: toEngineFile(addon.notes),
  });
  if (outcome.kind === 'answer') return done(outcome.value.notes);
  const sources = [addon.notes, ...session.contextSources];
  const place = { rule: 'render/notes', releaseLine: options.line, file: addon.notes.path, sources } as const;
  return { ok: false, faults: [toEngineFault(outcome, place)] };
}
