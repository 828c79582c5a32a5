package org.censusflow.registration.longform;

import java.time.Instant;

/**
 * The draw of the households that answer the long form, with everything that it takes to repeat it.
 *
 * @param method what was done with the seed, in words that anybody can follow
 * @param percent share that is drawn
 * @param households in the frame
 * @param chosen drawn from it
 */
public record LongFormDraw(
    String censusId,
    String method,
    String seed,
    int percent,
    int households,
    int chosen,
    String drawnBy,
    Instant drawnAt) {}
