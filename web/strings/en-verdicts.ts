/** English texts about verdicts and about what enabling does. */
export const enVerdicts = {
  verdict: {
    heading: 'KubeVela',
    line: (line: string) => `KubeVela ${line}`,
    words: {
      works: 'works',
      'needs-parameters': 'needs parameters',
      refused: 'refused',
      excluded: 'excluded',
      pending: 'pending',
    },
    meaning: {
      works: (lines: string) => `KubeVela ${lines} enables it without parameters.`,
      'needs-parameters': (lines: string) => `KubeVela ${lines} enables it once its required parameters are given.`,
      refused: (lines: string) => `KubeVela ${lines} cannot enable it.`,
      excluded: (lines: string) => `Its own requirements allow no release of KubeVela ${lines}.`,
      pending: (lines: string) => `It has not been evaluated for KubeVela ${lines} yet.`,
    },
    says: 'KubeVela says:',
    wants: 'Required:',
    minimumVela: (version: string) => `What it imports exists from KubeVela ${version} on.`,
    evaluating: (done: string, total: string) => `evaluating ${done} of ${total}`,
    otherLines: 'Release line',
    sameOn: (lines: string) => `the same on KubeVela ${lines}`,
    pendingTitle: 'Not evaluated yet',
    pendingText: (line: string) =>
      `The evaluator of KubeVela ${line} has not come to this version. Load the page again in a minute.`,
  },

  myVela: {
    title: 'My KubeVela',
    version: 'Release or version',
    hint: 'For example 1.10 or 1.10.9. Addons that it cannot enable are left out.',
    kubernetes: 'Kubernetes version',
    kubernetesHint: 'For example 1.29.',
    apply: 'Show what fits',
    evaluating: (done: string, total: string) =>
      `${done} of ${total} versions are evaluated. The others join the list when they are.`,
    label: (version: string) => `KubeVela ${version}`,
    kubernetesLabel: (version: string) => `Kubernetes ${version}`,
  },

  bundle: {
    title: 'Without vela',
    text: (line: string) => `The objects that enabling writes, for KubeVela ${line}:`,
    needs: 'Its parameters must be given; each becomes a part of the address, such as &set=name=value.',
    none: 'No release line enables this version, so there is nothing to apply.',
    pending: 'Not every release line was asked yet; what there is to apply is known some minutes later.',
    gitOps: 'For GitOps, keep the objects in the repository that Flux or Argo CD follows:',
    view: 'See the objects',
    whole: 'With everything that it needs, in install order:',
    large:
      'A very large bundle needs kubectl apply --server-side: its objects outgrow the annotation that a plain apply keeps.',
    mixing:
      'Do not mix this with vela addon enable for one addon on one cluster: the client refuses definitions that it did not write itself.',
  },

  effects: {
    heading: 'What it does to my cluster',
    description: (name: string, version: string) =>
      `Permissions, images, charts and objects that the KubeVela addon ${name} ${version} brings into a cluster.`,
    intro: (line: string) => `What enabling writes on KubeVela ${line} without parameters, the dangerous first.`,
    nothingDangerous: (line: string) => `Nothing dangerous was found on KubeVela ${line}.`,
    nothing: 'Enabling brings none of the things that are looked for: permissions, images, charts, webhooks and so on.',
    metadata: 'metadata.yaml',
    onlyWhere: 'only where this definition is used:',
    severity: { danger: 'Dangerous', notice: 'Worth knowing', plain: 'Also brought along' },
    kinds: {
      'cluster-admin': 'May do everything in the cluster (bound to cluster-admin)',
      'wildcard-rule': 'Has a permission with a wildcard',
      'secrets-access': 'May read or change secrets',
      escalation: 'May give itself or others more permissions',
      privileged: 'Runs with the powers of the node (privileged)',
      'host-path': 'Reads or writes folders of the node',
      'host-namespace': 'Shares network, processes or memory of the node',
      webhook: 'Is asked before objects are written (webhook)',
      rbac: 'Has these permissions',
      crd: 'Adds new kinds of objects',
      namespace: 'Creates or uses a namespace',
      image: 'Runs these container images',
      chart: 'Installs these Helm charts',
      'remote-module': 'Fetches code from elsewhere while it runs',
      'git-repository': 'Follows these Git repositories',
      workload: 'Starts these workloads',
    },
  },
};
