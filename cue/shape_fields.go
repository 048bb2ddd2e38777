package main

import (
	"sort"
	"strings"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/token"
)

// parameterField is a field with what its author said of it.
type parameterField struct {
	name       string
	optional   bool
	required   bool
	directives directives
	at         *position
	// text is the field as its author wrote it.
	text  string
	shape *shape
}

// fields are the fields of a struct in the order of the text.
func (s *shaper) fields(value cue.Value, depth int) []*parameterField {
	iterator, err := value.Fields(cue.Optional(true))
	if err != nil {
		return nil
	}
	type placedField struct {
		*parameterField
		offset int
	}
	var found []placedField
	for iterator.Next() && len(found) < maxFieldsOfShape {
		field := s.field(fieldLabel(iterator), iterator.IsOptional(), iterator.Value(), depth)
		place := placedField{parameterField: field}
		if node := fieldNode(iterator.Value(), 0); node != nil {
			place.offset = node.Pos().Offset()
		}
		found = append(found, place)
	}
	sort.SliceStable(found, func(left, right int) bool { return found[left].offset < found[right].offset })
	fields := make([]*parameterField, len(found))
	for index, each := range found {
		fields[index] = each.parameterField
	}
	return fields
}

// fieldLabel is the name of the field that an iterator stands at, without quotes and marks.
func fieldLabel(iterator *cue.Iterator) string {
	return unquoteLabel(strings.TrimRight(iterator.Selector().String(), "?!"))
}

func (s *shaper) field(name string, optional bool, value cue.Value, depth int) *parameterField {
	made := &parameterField{name: name, optional: optional, directives: readDirectives(value.Doc()), shape: s.shape(value, depth+1)}
	made.required = !optional && value.Validate(cue.Concrete(true)) != nil
	node := fieldNode(value, 0)
	if comprehension, found := node.(*ast.Comprehension); found {
		if field := fieldWithin(comprehension, name); field != nil {
			node = field
			made.directives = readDirectives(field.Comments())
		}
	}
	if node == nil {
		made.at = s.known.position(value.Pos())
		return made
	}
	made.at = s.known.position(node.Pos())
	if field, found := node.(*ast.Field); found {
		made.text = s.known.text(field)
		made.required = made.required && !isToldElsewhere(field.Value) || isRequiredField(field)
	}
	return made
}

// isToldElsewhere says whether a value has a default that the context or other values tell, as in `*context.name | string`: it is
// not known here, and nobody has to give it.
func isToldElsewhere(value ast.Expr) bool {
	switch known := value.(type) {
	case *ast.ParenExpr:
		return isToldElsewhere(known.X)
	case *ast.BinaryExpr:
		return known.Op == token.OR && (isToldElsewhere(known.X) || isToldElsewhere(known.Y))
	case *ast.UnaryExpr:
		return known.Op == token.MUL && selects(known.X)
	}
	return false
}

// selects says whether an expression reads a part of something, such as `context.name`.
func selects(expression ast.Expr) bool {
	found := false
	ast.Walk(expression, func(node ast.Node) bool {
		switch node.(type) {
		case *ast.SelectorExpr, *ast.IndexExpr:
			found = true
		}
		return !found
	}, nil)
	return found
}

// fieldNode is the first field that a value was written as; the node of another kind when it comes from none.
func fieldNode(value cue.Value, depth int) ast.Node {
	source := value.Source()
	if field, found := source.(*ast.Field); found {
		return field
	}
	if operator, operands := value.Expr(); operator == cue.AndOp && depth < maxExpressions {
		for _, operand := range operands {
			if field, found := fieldNode(operand, depth+1).(*ast.Field); found {
				return field
			}
		}
	}
	if source == nil {
		return nil
	}
	return source
}

// fieldWithin is the first field of a name in the body of a comprehension, or of those directly in it.
func fieldWithin(comprehension *ast.Comprehension, name string) *ast.Field {
	body, found := comprehension.Value.(*ast.StructLit)
	if !found {
		return nil
	}
	if fields := fieldsNamed(body.Elts, name); len(fields) > 0 {
		return fields[0]
	}
	for _, element := range body.Elts {
		if inner, found := element.(*ast.Comprehension); found {
			if field := fieldWithin(inner, name); field != nil {
				return field
			}
		}
	}
	return nil
}

// text is what an author wrote for a node, without comments of whole lines and with the indentation of its first line taken away.
func (s *sources) text(node ast.Node) string {
	from, to := node.Pos(), node.End()
	known, found := s.files[from.File()]
	if !found || !to.IsValid() {
		return ""
	}
	first, last := from.Position(), to.Position()
	if first.Line < 1 || last.Line > len(known.lines) || last.Line < first.Line {
		return ""
	}
	lines := append([]string{}, known.lines[first.Line-1:last.Line]...)
	lines[len(lines)-1] = cut(lines[len(lines)-1], 0, last.Column-1)
	indentation := lines[0][:len(lines[0])-len(strings.TrimLeft(lines[0], " \t"))]
	lines[0] = cut(lines[0], first.Column-1, len(lines[0]))
	var kept []string
	for _, line := range lines {
		if !strings.HasPrefix(strings.TrimSpace(line), "//") {
			kept = append(kept, strings.TrimPrefix(line, indentation))
		}
	}
	return shorten(toValidText(strings.Join(kept, "\n")))
}

func cut(line string, from, to int) string {
	from, to = min(max(from, 0), len(line)), min(max(to, 0), len(line))
	return line[from:max(from, to)]
}

// directives are what KubeVela reads out of a field's comments (definitions.md section 8).
type directives struct {
	usage, short, alias string
	ignore, immutable   bool
}

func readDirectives(groups []*ast.CommentGroup) directives {
	var found directives
	for _, group := range groups {
		for _, line := range strings.Split(group.Text(), "\n") {
			found.read(strings.TrimSpace(line))
		}
	}
	return found
}

// read lets the first of several texts win: the field's own comments come before those of what it refers to.
func (d *directives) read(line string) {
	line = toValidText(line)
	for prefix, target := range map[string]*string{"+usage=": &d.usage, "+short=": &d.short, "+alias=": &d.alias} {
		if text, found := strings.CutPrefix(line, prefix); found && *target == "" {
			*target = strings.TrimSpace(text)
		}
	}
	d.ignore = d.ignore || strings.HasPrefix(line, "+ignore")
	d.immutable = d.immutable || line == "+immutable"
}
