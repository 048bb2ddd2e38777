// Empty on purpose: it lets choose.go declare a function without a body.
