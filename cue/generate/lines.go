package main

import "strings"

// The modules that the packages of each line stand in, as KubeVela's go.mod at its tag names them.
const (
	kubevela19  = "github.com/oam-dev/kubevela@v1.9.13"
	workflow19  = "github.com/kubevela/workflow@v0.6.1"
	kubevela110 = "github.com/oam-dev/kubevela@v1.10.9"
	workflow110 = "github.com/kubevela/workflow@v0.6.3-0.20250717221743-56b80cee4121"
	pkg110      = "github.com/kubevela/pkg@v1.9.3-0.20250625225831-a2894a62a307"
	workflow111 = "github.com/kubevela/workflow@v0.6.4"
	pkg111      = "github.com/kubevela/pkg@v1.10.0"
)

const (
	workflowActions   = "pkg/stdlib/actions/v1"
	workflowProviders = "pkg/providers"
	kubevelaProviders = "pkg/workflow/providers"
	kubevelaStdlib    = "pkg/stdlib"
	cuexProviders     = "cue/cuex/providers"
	configProviders   = "pkg/cue/cuex/providers"
)

// line19: one flat package with nested structs, the same for steps and workloads.
func line19(read reader) map[string]packages {
	steps := read.text(workflow19, workflowActions, "op.cue") + "\n" + read.nested(workflow19, workflowActions+"/pkgs")
	op := read.text(kubevela19, kubevelaStdlib, "op.cue") + "\n" + read.nested(kubevela19, kubevelaStdlib+"/pkgs")
	query := read.text(kubevela19, kubevelaStdlib, "ql.cue") + "\n" +
		read.nested(kubevela19, kubevelaStdlib+"/pkgs", "kube.cue", "query.cue")
	all := packages{"vela/op": {steps, op}, "vela/op/v1": {steps, op}, "vela/ql": {query}}
	return map[string]packages{
		"default":  all,
		"workload": all,
		"config":   {"vela/config": {read.provider(kubevela19, configProviders, "config")}},
	}
}

func line110(read reader) map[string]packages {
	contexts := providers(read, workflow110, pkg110)
	contexts["default"]["vela/op"] = []string{legacy(read,
		[]string{"multicluster", "oam", "terraform", "config"}, workflow110,
		"email", "http", "kube", "metrics", "time", "util", "workspace")}
	return contexts
}

// line111 takes KubeVela's own packages from 1.10, as no module of 1.11 can be had; vela/helm is declared here.
// The legacy config package, which that line has twice, comes from the workflow alone: in 1.10 it had other names for its functions.
func line111(read reader) map[string]packages {
	contexts := providers(read, workflow111, pkg111)
	contexts["default"]["vela/op"] = []string{legacy(read,
		[]string{"multicluster", "oam", "terraform"}, workflow111,
		"config", "email", "http", "kube", "metrics", "time", "util", "workspace")}
	helm := []string{read.text("own", "helm.cue")}
	contexts["default"]["vela/helm"] = helm
	contexts["workload"]["vela/helm"] = helm
	contexts["workload"]["vela/config"] = contexts["config"]["vela/config"]
	return contexts
}

func providers(read reader, workflow, pkg string) map[string]packages {
	steps, workload := packages{}, packages{}
	for _, name := range []string{"builtin", "email", "http", "kube", "metrics", "time", "util"} {
		steps["vela/"+name] = []string{read.provider(workflow, workflowProviders, name)}
	}
	for _, name := range []string{"config", "multicluster", "oam", "query", "terraform"} {
		steps["vela/"+name] = []string{read.provider(kubevela110, kubevelaProviders, name)}
	}
	steps["vela/ql"] = []string{read.provider(kubevela110, kubevelaProviders+"/legacy", "query")}
	for _, name := range []string{"base64", "cue", "http", "kube"} {
		workload["vela/"+name] = []string{read.provider(pkg, cuexProviders, name)}
	}
	return map[string]packages{
		"default":  steps,
		"workload": workload,
		"config":   {"vela/config": {read.provider(kubevela110, configProviders, "config")}},
	}
}

// legacy is vela/op: packages of KubeVela, then those of the workflow, in this order, as one text.
func legacy(read reader, kubevelaNames []string, workflow string, workflowNames ...string) string {
	var texts []string
	for _, name := range kubevelaNames {
		texts = append(texts, read.provider(kubevela110, kubevelaProviders+"/legacy", name))
	}
	for _, name := range workflowNames {
		texts = append(texts, read.provider(workflow, workflowProviders+"/legacy", name))
	}
	return strings.Join(texts, "\n")
}
