/** One instruction of a Containerfile: its keyword in capitals, its text with continuation lines joined, and the line it starts on. */
export interface Instruction {
  readonly keyword: string;
  readonly text: string;
  readonly line: number;
}

/** One stage of a Containerfile: everything from a FROM to the next one. */
export interface Stage {
  readonly name: string | undefined;
  readonly image: string;
  readonly instructions: readonly Instruction[];
}

/** Splits a Containerfile into instructions: comments and empty lines go, lines that end in a backslash are joined. */
export function parseContainerfile(source: string): Instruction[] {
  const instructions: Instruction[] = [];
  let parts: string[] = [];
  let startedAt = 0;
  for (const [index, raw] of source.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    if (parts.length === 0) startedAt = index + 1;
    parts.push(line.replace(/\\$/, '').trim());
    if (line.endsWith('\\')) continue;
    const [keyword = '', ...rest] = parts.join(' ').split(/\s+/);
    instructions.push({ keyword: keyword.toUpperCase(), text: rest.join(' '), line: startedAt });
    parts = [];
  }
  return instructions;
}

/** Groups instructions by FROM; what stands before the first one belongs to no stage. */
export function toStages(instructions: readonly Instruction[]): Stage[] {
  const stages: { name: string | undefined; image: string; instructions: Instruction[] }[] = [];
  for (const instruction of instructions) {
    if (instruction.keyword !== 'FROM') {
      stages.at(-1)?.instructions.push(instruction);
      continue;
    }
    const [image = '', , name] = instruction.text.replace(/--platform=\S+\s+/, '').split(/\s+/);
    stages.push({ name, image, instructions: [] });
  }
  return stages;
}

const keywords = new Set(
  'FROM ARG RUN COPY ENV USER WORKDIR VOLUME EXPOSE HEALTHCHECK ENTRYPOINT CMD LABEL STOPSIGNAL'.split(' '),
);

/** Names everything in a Containerfile that the project does not allow, as `line N: what`; an empty list means it is fine. */
export function lintContainerfile(source: string): string[] {
  const instructions = parseContainerfile(source);
  const stages = toStages(instructions);
  return [...instructions.flatMap(lintInstruction), ...stages.flatMap(lintCopies), ...lintServerStage(stages.at(-1))];

  function lintCopies(stage: Stage, position: number): string[] {
    const earlier = new Set(stages.slice(0, position).map((one) => one.name));
    return stage.instructions
      .map((instruction) => ({ instruction, from: /--from=(\S+)/.exec(instruction.text)?.[1] }))
      .filter(({ instruction, from }) => instruction.keyword === 'COPY' && from !== undefined && !earlier.has(from))
      .map(({ instruction, from }) => `line ${instruction.line}: no stage before is called ${from}`);
  }
}

function lintInstruction({ keyword, text, line }: Instruction): string[] {
  const wrong: string[] = [];
  if (!keywords.has(keyword)) wrong.push(`${keyword} is not used here`);
  if (keyword === 'FROM' && !/^\S+\/\S+(:(?!latest\b)[\w.-]*\d[\w.-]*|@sha256:[0-9a-f]{64})( AS \S+)?$/i.test(text)) {
    wrong.push('an image is named with its registry and a fixed tag or digest');
  }
  if (keyword === 'RUN' && /\b(curl|wget)\b.*\|\s*(ba)?sh\b/.test(text)) wrong.push('a download is run unseen');
  if (keyword === 'RUN' && /apt-get install/.test(text)) {
    if (!/--no-install-recommends/.test(text)) wrong.push('apt-get installs recommendations');
    if (!/rm -rf \/var\/lib\/apt\/lists/.test(text)) wrong.push('package lists stay in the layer');
  }
  if ((keyword === 'ENV' || keyword === 'ARG') && /(TOKEN|PASSWORD|PASSWD|SECRET|CREDENTIAL|PRIVATE_KEY)/i.test(text)) {
    wrong.push('a secret has no place in an image');
  }
  if (keyword === 'COPY' && /(^|[\s/])(\.env|\.netrc|id_[a-z0-9]+|\S+\.pem|\S+\.key)(\s|$)/.test(text)) {
    wrong.push('a secret has no place in an image');
  }
  if (['ENTRYPOINT', 'CMD'].includes(keyword) && !text.startsWith('[')) wrong.push(`${keyword} goes through a shell`);
  return wrong.map((what) => `line ${line}: ${what}`);
}

function lintServerStage(stage: Stage | undefined): string[] {
  if (stage === undefined) return ['no FROM'];
  const last = (keyword: string) => stage.instructions.findLast((one) => one.keyword === keyword);
  const wrong: string[] = [];
  const user = last('USER');
  if (user === undefined || !/^[1-9]\d*(:[1-9]\d*)?$/.test(user.text))
    wrong.push('runs as root, or as a user without number');
  const health = last('HEALTHCHECK');
  if (health === undefined || health.text === 'NONE') wrong.push('has no health check');
  if (last('EXPOSE') === undefined) wrong.push('exposes no port');
  if (last('ENTRYPOINT') === undefined) wrong.push('has no entry point');
  return wrong.map((what) => `the last stage ${what}`);
}
