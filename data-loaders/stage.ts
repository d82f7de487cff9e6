import {hashSources, type Artifact, type ArtifactStore} from "./artifacts.ts";
import type {BuildEffects} from "./effects.ts";
import type {BuildOptions} from "./options.ts";

/** What every stage is handed. */
export interface BuildContext {
  /** The project's own folder, where its sources are. */
  project: string;
  options: BuildOptions;
  store: ArtifactStore;
  effects: BuildEffects;
  signal: AbortSignal;
}

/** How a stage is made, and of what. */
export interface StageRecipe {
  name: string;
  /** Folders and files of the project whose change makes what is kept stale. */
  code: readonly string[];
  options?: unknown;
  inputs?: readonly Artifact[];
  make(folder: string, progress: (message: string, done: number, total: number) => void): Promise<void>;
}

/** Runs one stage, or finds it done, and tells the effects which and how long it took. */
export async function runStage(context: BuildContext, recipe: StageRecipe): Promise<Artifact> {
  const {store, effects, signal, project} = context;
  const {name, options, inputs = []} = recipe;
  signal.throwIfAborted();
  effects.begin(name);
  const start = performance.now();
  const code = await hashSources(project, recipe.code);
  const {artifact, reused} = await store.obtain(name, {code, options, inputs}, (folder) =>
    recipe.make(folder, (message, done, total) => {
      signal.throwIfAborted();
      effects.progress(name, message, done, total);
    })
  );
  signal.throwIfAborted();
  effects.end(name, (performance.now() - start) / 1000, reused);
  return artifact;
}
