package main

// operations is every question that an engine can be asked, by its name in registry/engine/types.ts.
var operations = map[string]handler{
	"compare":        handle(compare),
	"component":      handle(renderComponent),
	"configTemplate": handle(readConfigTemplate),
	"definition":     handle(readDefinition),
	"describe":       handle(describe),
	"facts":          handle(facts),
	"notes":          handle(renderNotes),
	"package":        handle(readPackage),
	"schema":         handle(makeSchema),
	"template":       handle(renderTemplate),
	"upgrade":        handle(upgrade),
	"vet":            handle(vet),
	"view":           handle(checkView),
}
