package uncertainty

import (
	"math/bits"
	"math/rand/v2"
)

// quantiles fills a batch with quantiles of one identity, evenly: each n-th of
// the distribution once, in random order (a Latin hypercube, McKay and others,
// Technometrics 21(2), 1979). Their mean is near its expectation then, and so is
// that of the totals. The generator, ChaCha8, is specified to the bit
// (c2sp.org/chacha8rand).
func quantiles(seed [32]byte, batch []float64) {
	source := rand.NewChaCha8(seed)
	n := len(batch)
	for i := range batch {
		j := below(source, i+1)
		batch[i] = batch[j]
		batch[j] = float64(i)
	}
	for i, place := range batch {
		within := float64((float64(source.Uint64()>>11) + 0.5) / (1 << 53))
		batch[i] = (place + within) / float64(n)
	}
}

// below returns a whole number from 0 to n − 1.
func below(source *rand.ChaCha8, n int) int {
	high, _ := bits.Mul64(source.Uint64(), uint64(n))
	return int(high)
}
