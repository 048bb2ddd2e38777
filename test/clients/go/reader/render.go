package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/klog/v2"
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/controller-runtime/pkg/client/fake"

	"github.com/oam-dev/kubevela/apis/core.oam.dev/v1beta1"
	"github.com/oam-dev/kubevela/pkg/addon"
	"github.com/oam-dev/kubevela/pkg/utils/common"
)

// question is one addon as a registry delivers it, and the arguments it is enabled with.
type question struct {
	Name       string                 `json:"name"`
	Version    string                 `json:"version"`
	Archive    []byte                 `json:"archive"`
	Parameters map[string]interface{} `json:"parameters"`
	// Clusters are registered beside `local`.
	Clusters []string `json:"clusters"`
}

// rendering is what the client makes of it: an error of the installer, or everything that a dry run prints.
type rendering struct {
	// Unloadable is the error of loading the package; then nothing else is told.
	Unloadable string `json:"unloadable,omitempty"`
	// Schema is the OpenAPI schema of the parameters.
	Schema interface{} `json:"schema,omitempty"`
	// Error is what the installer ends with.
	Error string `json:"error,omitempty"`
	// Documents are the texts of the dry run: the Application, then the auxiliary objects; outputs come in no order.
	Documents []string `json:"documents,omitempty"`
	Notes     string   `json:"notes,omitempty"`
	// Secret holds the arguments.
	Secret interface{} `json:"secret,omitempty"`
	// Warnings are the lines that the client logs, without their heads.
	Warnings []string `json:"warnings,omitempty"`
}

const registryName = "judged"

// render answers one question a line until its input ends, so that many addons cost one start.
func render(ctx context.Context, input io.Reader, output io.Writer) error {
	archives := &archiveServer{}
	server := httptest.NewServer(archives)
	defer server.Close()
	logged := &bytes.Buffer{}
	klog.SetOutput(logged)
	lines := bufio.NewReader(input)
	encoder := json.NewEncoder(output)
	encoder.SetEscapeHTML(false)
	for {
		line, err := lines.ReadBytes('\n')
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		asked := question{}
		if err := decode(line, &asked); err != nil {
			return fmt.Errorf("question: %w", err)
		}
		archives.offer(asked)
		answer := renderOne(ctx, server.URL, asked)
		klog.Flush()
		answer.Warnings = linesOf(logged)
		if err := encoder.Encode(answer); err != nil {
			return err
		}
	}
}

func renderOne(ctx context.Context, url string, asked question) rendering {
	answer := rendering{}
	registry := addon.BuildVersionedRegistry(registryName, url, &common.HTTPOption{})
	loaded, problem := guarded(func() (*addon.WholeAddonPackage, error) {
		return registry.GetDetailedAddon(ctx, asked.Name, asked.Version)
	})
	if problem != "" {
		answer.Unloadable = problem
		return answer
	}
	if loaded.APISchema != nil {
		answer.Schema = loaded.APISchema
	}
	arguments := map[string]interface{}{}
	for key, value := range asked.Parameters {
		arguments[key] = value
	}
	if len(arguments) > 0 {
		answer.Secret = addon.RenderArgsSecret(&loaded.InstallPackage, arguments)
	}
	// As the command hands it to the installer, which shows it to the notes.
	arguments[addon.InstallerRuntimeOption] = map[string]interface{}{"upgrade": false}
	source := addon.Registry{Name: registryName, Helm: &addon.HelmSource{URL: url}}
	cluster := clusterFor(loaded.Dependencies, asked.Clusters)
	var notes *string
	printed := printedBy(func() {
		notes, problem = guarded(func() (*string, error) {
			said, err := addon.EnableAddon(ctx, asked.Name, asked.Version, cluster, nil, nil, nil, source, arguments, nil, nil,
				addon.SkipValidateVersion, addon.DryRunAddon)
			return &said, err
		})
	})
	if problem != "" {
		answer.Error = problem
		return answer
	}
	answer.Notes = *notes
	answer.Documents = strings.Split(strings.TrimSuffix(printed, "\n"), "\n---\n")
	return answer
}

// clusterFor is a control plane on which the dependencies are enabled and these clusters are registered.
func clusterFor(dependencies []*addon.Dependency, clusters []string) client.Client {
	builder := fake.NewClientBuilder().WithScheme(common.Scheme)
	seen := map[string]bool{}
	for _, dependency := range dependencies {
		if dependency == nil || seen[dependency.Name] {
			continue
		}
		seen[dependency.Name] = true
		builder = builder.WithObjects(&v1beta1.Application{ObjectMeta: metav1.ObjectMeta{
			Name: "addon-" + dependency.Name, Namespace: "vela-system",
			Labels: map[string]string{
				"addons.oam.dev/name": dependency.Name, "addons.oam.dev/version": "99.0.0", "addons.oam.dev/registry": "local",
			},
		}})
	}
	for _, name := range clusters {
		builder = builder.WithObjects(&corev1.Secret{ObjectMeta: metav1.ObjectMeta{
			Name: name, Namespace: "vela-system",
			Labels: map[string]string{"cluster.core.oam.dev/cluster-credential-type": "X509Certificate"},
		}, Data: map[string][]byte{"endpoint": []byte("https://" + name + ".example.com")}})
	}
	return builder.Build()
}

// archiveServer is a registry that offers the one addon that is asked about.
type archiveServer struct{ offered question }

func (s *archiveServer) offer(asked question) { s.offered = asked }

func (s *archiveServer) ServeHTTP(response http.ResponseWriter, request *http.Request) {
	switch request.URL.Path {
	case "/index.yaml":
		index := map[string]interface{}{"apiVersion": "v1", "entries": map[string]interface{}{s.offered.Name: []interface{}{
			map[string]interface{}{
				"apiVersion": "v2", "name": s.offered.Name, "version": s.offered.Version, "urls": []string{"addon.tgz"},
				// Without any annotation the client would forget that it has requirements.
				"annotations": map[string]string{"addon.name": s.offered.Name},
			},
		}}}
		_ = json.NewEncoder(response).Encode(index)
	case "/addon.tgz":
		_, _ = response.Write(s.offered.Archive)
	default:
		http.NotFound(response, request)
	}
}

var logHead = regexp.MustCompile(`^[IWEF]\d{4} [^\]]*\] ?`)

func linesOf(logged *bytes.Buffer) []string {
	var lines []string
	for _, line := range strings.Split(logged.String(), "\n") {
		if line = logHead.ReplaceAllString(line, ""); line != "" {
			lines = append(lines, line)
		}
	}
	logged.Reset()
	return lines
}

// printedBy gives what a call writes to standard output.
func printedBy(call func()) string {
	original := os.Stdout
	reader, writer, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	os.Stdout = writer
	text := make(chan string)
	go func() {
		all, _ := io.ReadAll(reader)
		text <- string(all)
	}()
	call()
	os.Stdout = original
	writer.Close()
	return <-text
}

// decode keeps numbers as they are written.
func decode(line []byte, into interface{}) error {
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.UseNumber()
	return decoder.Decode(into)
}
