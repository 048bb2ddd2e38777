module chandlery.dev/cue

go 1.24

require (
	cuelang.org/go v0.9.2
	github.com/oam-dev/kubevela v1.10.9
)

require (
	github.com/cockroachdb/apd/v3 v3.2.1 // indirect
	github.com/google/uuid v1.6.0 // indirect
	golang.org/x/net v0.39.0 // indirect
	golang.org/x/text v0.24.0 // indirect
	gopkg.in/yaml.v3 v3.0.1 // indirect
)
