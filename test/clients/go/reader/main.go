// Command reader asks KubeVela's own code (pkg/addon) what it makes of addons.
//
//	reader read URL   what a Helm registry offers
//	reader render     what enabling an addon writes; questions and answers are lines of JSON on standard input and output
//
// `read` lists the registry's addons and, for every version of each, chooses the version, reads the data for display and loads the package to install,
// as `vela addon list`, `vela addon status` and `vela addon enable` do. One JSON document on standard output, sorted; exit 1 when the list itself fails.
// The program is built once per KubeVela release line: go.mod names the newest, go-1.9.mod the one before.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"sort"

	"github.com/kubevela/pkg/cue/cuex"
	"k8s.io/klog/v2"

	"github.com/oam-dev/kubevela/pkg/addon"
	"github.com/oam-dev/kubevela/pkg/utils/common"
)

// reading is the whole answer.
type reading struct {
	Addons []addonReading `json:"addons"`
}

// addonReading is one entry of the list with its versions, newest first as the client orders them.
type addonReading struct {
	Name string `json:"name"`
	// Listed is the version whose description the list shows: the newest, pre-releases included.
	Listed      string   `json:"listed"`
	Description string   `json:"description"`
	Icon        string   `json:"icon,omitempty"`
	Tags        []string `json:"tags"`
	// Default is what the client takes when no version is named; empty when it takes none.
	Default  string           `json:"default,omitempty"`
	Versions []versionReading `json:"versions"`
}

// versionReading is what loading one version gave: an error, or the package.
type versionReading struct {
	Version string `json:"version"`
	// Error is the first of the errors below.
	Error string `json:"error,omitempty"`
	// Disagreement names the calls that answer differently about the same version: display data, package, both together.
	Disagreement string                    `json:"disagreement,omitempty"`
	Meta         *addon.Meta               `json:"meta,omitempty"`
	Requirements *addon.SystemRequirements `json:"requirements,omitempty"`
	Files        map[string][]string       `json:"files,omitempty"`
	ReadmeBytes  int                       `json:"readmeBytes"`
	HasSchema    bool                      `json:"hasSchema"`
}

func main() {
	klog.LogToStderr(false)
	klog.SetOutput(io.Discard)
	// Packages of the cluster's own would be looked up in the cluster; there is none here.
	cuex.EnableExternalPackageForDefaultCompiler = false
	cuex.EnableExternalPackageWatchForDefaultCompiler = false

	var err error
	switch {
	case len(os.Args) == 3 && os.Args[1] == "read":
		err = printReading(context.Background(), os.Args[2])
	case len(os.Args) == 2 && os.Args[1] == "render":
		err = render(context.Background(), os.Stdin, os.Stdout)
	default:
		fmt.Fprintln(os.Stderr, "usage: reader read URL | reader render")
		os.Exit(2)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "reader:", err)
		os.Exit(1)
	}
}

func printReading(ctx context.Context, url string) error {
	answer, err := read(ctx, addon.BuildVersionedRegistry("judged", url, &common.HTTPOption{}))
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	return encoder.Encode(answer)
}

func read(ctx context.Context, registry addon.VersionedRegistry) (*reading, error) {
	list, err := registry.ListAddon()
	if err != nil {
		return nil, err
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Name < list[j].Name })
	answer := &reading{Addons: []addonReading{}}
	for _, entry := range list {
		one := addonReading{
			Name: entry.Name, Listed: entry.Version, Description: entry.Description, Icon: entry.Icon, Tags: entry.Tags,
		}
		available, err := registry.GetAddonAvailableVersion(entry.Name)
		if err != nil {
			return nil, fmt.Errorf("versions of %s: %w", entry.Name, err)
		}
		if chosen, _ := chooseVersion("", available); chosen != nil {
			one.Default = chosen.Version
		}
		for _, chart := range available {
			one.Versions = append(one.Versions, load(ctx, registry, entry.Name, chart.Version))
		}
		answer.Addons = append(answer.Addons, one)
	}
	return answer, nil
}

func load(ctx context.Context, registry addon.VersionedRegistry, name, version string) versionReading {
	answer := versionReading{Version: version}
	whole, wholeProblem := guarded(func() (*addon.WholeAddonPackage, error) { return registry.GetDetailedAddon(ctx, name, version) })
	shown, shownProblem := guarded(func() (*addon.UIData, error) { return registry.GetAddonUIData(ctx, name, version) })
	install, installProblem := guarded(func() (*addon.InstallPackage, error) { return registry.GetAddonInstallPackage(ctx, name, version) })
	if wholeProblem != shownProblem || wholeProblem != installProblem {
		answer.Disagreement = fmt.Sprintf("whole: %q, display: %q, install: %q", wholeProblem, shownProblem, installProblem)
	}
	if wholeProblem != "" {
		answer.Error = wholeProblem
		return answer
	}
	// The readmes are not compared: of two, the client takes another one each time.
	if shownProblem == "" && (shown.Name != whole.Name || shown.Version != whole.Version) {
		answer.Disagreement = "display data differs from the package"
	}
	if installProblem == "" {
		answer.Meta, answer.Requirements, answer.Files = &install.Meta, install.SystemRequirements, filesOf(install)
	}
	answer.ReadmeBytes = len(whole.Detail)
	answer.HasSchema = whole.APISchema != nil
	return answer
}

// filesOf names what the client took each file for. It keeps base names only; an order is not promised by the client, so they are sorted.
func filesOf(p *addon.InstallPackage) map[string][]string {
	files := map[string][]string{
		"definition":      names(p.Definitions, p.CUEDefinitions),
		"config-template": names(p.ConfigTemplates),
		"view":            names(p.YAMLViews, p.CUEViews),
		"schema":          names(p.DefSchemas),
		"resource":        names(p.CUETemplates, p.YAMLTemplates),
		"template":        names([]addon.ElementFile{p.AppCueTemplate}),
		"notes":           names([]addon.ElementFile{p.Notes}),
	}
	if p.AppTemplate != nil {
		files["template"] = append(files["template"], "template.yaml")
	}
	if p.Parameters != "" {
		files["parameter"] = []string{"parameter.cue"}
	}
	for role, found := range files {
		if len(found) == 0 {
			delete(files, role)
		}
	}
	return files
}

func names(groups ...[]addon.ElementFile) []string {
	var found []string
	for _, group := range groups {
		for _, file := range group {
			if file.Name != "" {
				found = append(found, file.Name)
			}
		}
	}
	sort.Strings(found)
	return found
}

// guarded gives the result of a call or the text of its error; a panic of the client is an error too.
func guarded[T any](call func() (*T, error)) (result *T, problem string) {
	defer func() {
		if cause := recover(); cause != nil {
			result, problem = nil, fmt.Sprint("panic: ", cause)
		}
	}()
	found, err := call()
	if err != nil {
		return nil, err.Error()
	}
	return found, ""
}
