package main

// operations is every question that an engine can be asked, by its name in registry/engine/types.ts.
var operations = map[string]handler{
	"compare":   handle(compare),
	"component": handle(renderComponent),
	"notes":     handle(renderNotes),
	"package":   handle(readPackage),
	"template":  handle(renderTemplate),
	"describe":  handle(describe),
	"upgrade":   handle(upgrade),
	"vet":       handle(vet),
}
