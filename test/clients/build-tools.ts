import { prepareTools } from './toolchain.ts';

/** Builds every judge that can be built here, so that a later test run finds them ready; a judge that is not to be had is named, not fatal. */
const tools = await prepareTools((line) => console.log(line));
const missing = Object.values(tools).filter((tool) => 'missing' in tool).length;
console.log(missing === 0 ? 'all judges are ready' : `${missing} judges are not to be had`);
