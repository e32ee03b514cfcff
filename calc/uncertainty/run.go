package uncertainty

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"govfootprint/calc"
	"govfootprint/factors"
)

// Run simulates assessments, the baseline first, under common draws. It returns a
// [*DrawsError] for a number of draws that is impossible, or for which there is
// no memory.
//
// The draws are made in ten batches, each with its own streams: evenly over each
// distribution within a batch, and independently from batch to batch, so that the
// batches tell how much the results hang on the draws.
func Run(ctx context.Context, assessments []*calc.Assessment, o Options) (*Result, error) {
	o = o.withDefaults()
	if err := o.check(); err != nil {
		return nil, err
	}
	m, err := newModel(ctx, assessments, o)
	if err != nil {
		return nil, err
	}
	figures := 0
	for i := range m.assessments {
		figures += len(m.assessments[i].sums) + len(m.assessments[i].impacts())
	}
	if err := o.checkMemory(figures); err != nil {
		return nil, err
	}
	s := newSimulation(m, o)
	if err := inParallel(ctx, batches, func(number int) { s.run(ctx, number) }); err != nil {
		return nil, err
	}
	return s.result(ctx)
}

// simulation holds every draw of every finest figure.
type simulation struct {
	*model
	options Options
	figures [][][]float64 // by assessment and sum
	uses    [][]use       // by product
	drawn   [][]int32     // variables of each identity
}

// use is where a product counts.
type use struct {
	assessment, sum int32
	weight          float64
}

func newSimulation(m *model, o Options) *simulation {
	s := &simulation{model: m, options: o, uses: make([][]use, len(m.products)), drawn: make([][]int32, len(m.identities))}
	for i, a := range m.assessments {
		figures := make([][]float64, len(a.sums))
		for j, sum := range a.sums {
			figures[j] = make([]float64, o.Draws)
			for _, t := range sum.terms {
				s.uses[t.product] = append(s.uses[t.product], use{int32(i), int32(j), t.weight})
			}
		}
		s.figures = append(s.figures, figures)
	}
	for n := range m.variables {
		at := m.variables[n].identity
		s.drawn[at] = append(s.drawn[at], int32(n))
	}
	return s
}

// batch returns the bounds of a batch.
func (s *simulation) batch(number int) (from, to int) {
	return number * s.options.Draws / batches, (number + 1) * s.options.Draws / batches
}

// run makes the draws of one batch. Every figure adds its products up in the same
// order, whoever runs the batch.
func (s *simulation) run(ctx context.Context, number int) {
	from, to := s.batch(number)
	values := s.draw(number, to-from)
	product := make([]float64, to-from)
	for i, variables := range s.products {
		if ctx.Err() != nil {
			return // inParallel says why
		}
		for d := range product {
			product[d] = 1
		}
		for _, n := range variables {
			for d, v := range values[n] {
				product[d] *= v
			}
		}
		for _, u := range s.uses[i] {
			figure := s.figures[u.assessment][u.sum][from:to]
			for d, p := range product {
				figure[d] += float64(u.weight * p)
			}
		}
	}
}

// draw returns the values of every variable in a batch.
func (s *simulation) draw(batch, size int) [][]float64 {
	values := make([][]float64, len(s.variables))
	u := make([]float64, size)
	for at, variables := range s.drawn {
		quantiles(s.identities[at].stream(s.options.Seed, batch), u)
		for _, n := range variables {
			v := &s.variables[n]
			values[n] = make([]float64, size)
			for d, quantile := range u {
				values[n][d] = v.spread.at(quantile) * v.scale
			}
		}
	}
	return values
}

// draws returns every draw of a figure, nil where the assessment has none such.
func (s *simulation) draws(assessment int, key Key) []float64 {
	var total []float64
	for i, sum := range s.assessments[assessment].sums {
		if sum.key == key {
			return s.figures[assessment][i]
		}
		if key.whole() && sum.key.Impact == key.Impact && sum.key.Dimension == "" {
			if total == nil {
				total = make([]float64, s.options.Draws)
			}
			for d, x := range s.figures[assessment][i] {
				total[d] += x
			}
		}
	}
	return total
}

// result works the statistics out.
func (s *simulation) result(ctx context.Context) (*Result, error) {
	r := &Result{Method: BySimulation, Draws: s.options.Draws, Seed: s.options.Seed}
	for i := range s.assessments {
		r.totals = append(r.totals, make(map[factors.Impact][]float64))
		for _, impact := range s.assessments[i].impacts() {
			r.totals[i][impact] = s.draws(i, Key{Impact: impact})
		}
	}
	for i := range s.assessments {
		o, err := s.outcome(ctx, i, r.totals)
		if err != nil {
			return nil, err
		}
		r.Outcomes = append(r.Outcomes, o)
	}
	return r, nil
}

func (s *simulation) outcome(ctx context.Context, number int, totals []map[factors.Impact][]float64) (Outcome, error) {
	own, base := &s.assessments[number], &s.assessments[0]
	drawsOf := func(assessment int, key Key) []float64 {
		if key.whole() {
			return totals[assessment][key.Impact]
		}
		return s.draws(assessment, key)
	}
	keys := s.keys(number)
	o := Outcome{Figures: make([]Figure, len(keys))}
	variances := make([]float64, len(keys))
	err := inParallel(ctx, len(keys), func(i int) {
		o.Figures[i], variances[i] = s.figure(keys[i], own.terms(keys[i]), drawsOf(number, keys[i]))
	})
	if err != nil {
		return o, err
	}
	for i, key := range keys {
		if key.whole() {
			o.Causes = append(o.Causes, s.causes(key, own.total(key.Impact), variances[i]))
		}
	}
	if number == 0 {
		return o, nil
	}
	keys = s.keys(0, number)
	o.Differences = make([]Figure, len(keys))
	err = inParallel(ctx, len(keys), func(i int) {
		mine, theirs := drawsOf(number, keys[i]), drawsOf(0, keys[i])
		difference := make([]float64, s.options.Draws)
		for d := range difference {
			difference[d] = at(mine, d) - at(theirs, d)
		}
		o.Differences[i], _ = s.figure(keys[i], minus(own.terms(keys[i]), base.terms(keys[i])), difference)
	})
	return o, err
}

// figure summarises the draws of a figure, and returns their variance.
func (s *simulation) figure(key Key, terms []weighted, draws []float64) (figure Figure, variance float64) {
	f := Figure{Key: key, Exact: exact(terms)}
	scratch := make([]float64, len(draws))
	f.Interval, f.Mean = summary(draws, scratch)
	var parts [batches]Interval
	var means [batches]float64
	for b := range batches {
		from, to := s.batch(b)
		parts[b], means[b] = summary(draws[from:to], scratch[from:to])
	}
	f.Error.Low = standardError(parts[:], func(i Interval) float64 { return i.Low })
	f.Error.Median = standardError(parts[:], func(i Interval) float64 { return i.Median })
	f.Error.High = standardError(parts[:], func(i Interval) float64 { return i.High })
	f.Error.Mean = standardError(means[:], func(m float64) float64 { return m })
	below := 0
	for _, x := range draws {
		if x < 0 {
			below++
		}
		d := x - f.Mean
		variance += float64(d * d)
	}
	f.Saving = float64(below) / float64(len(draws))
	return f, variance / float64(len(draws))
}

// inParallel calls work for 0 to n − 1 on all processors.
func inParallel(ctx context.Context, n int, work func(int)) error {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		workers.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				work(i)
			}
		})
	}
	workers.Wait()
	return context.Cause(ctx)
}
