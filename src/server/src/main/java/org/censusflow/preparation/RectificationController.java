package org.censusflow.preparation;

import org.censusflow.base.access.Caller;
import org.censusflow.base.access.Refusal;
import org.censusflow.preparation.RectificationReports.Standing;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@link RectificationReports} over the web. */
@RestController
@RequestMapping("/api/rectifications/{censusId}/{subdistrict}")
class RectificationController {

  private final RectificationReports reports;

  RectificationController(RectificationReports reports) {
    this.reports = reports;
  }

  /**
   * Says which blocks of a subdistrict have their counts. For the district's public security, while
   * the subdistrict is counted.
   */
  @GetMapping
  Standing standing(@PathVariable String censusId, @PathVariable String subdistrict) {
    return reports.standing(Caller.current(), censusId, subdistrict);
  }

  /**
   * Takes a subdistrict's counts by block, in place of those before. For the district's public
   * security, while the subdistrict is counted.
   *
   * @param table CSV or xlsx whose head names the columns that {@code GET} lists, one row a block
   */
  @PutMapping("/counts")
  Standing report(
      @PathVariable String censusId, @PathVariable String subdistrict, @RequestBody byte[] table) {
    return reports.report(Caller.current(), censusId, subdistrict, table);
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  Refusal refused(CountsRefused refusal) {
    return new Refusal(refusal.getMessage());
  }
}
