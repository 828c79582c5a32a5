package org.censusflow.registration.progress;

import org.censusflow.base.access.Caller;
import org.censusflow.registration.field.Level;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The same figures as {@link ProgressController}'s, for people. Tasklist links to them. */
@RestController
@RequestMapping(path = "/api/progress/{censusId}", produces = "text/html;charset=UTF-8")
class ProgressPageController {

  private final ProgressQuery progress;
  private final ProgressPage page;

  ProgressPageController(ProgressQuery progress, ProgressPage page) {
    this.progress = progress;
    this.page = page;
  }

  /**
   * Shows how far the district is, as a page. For the census office, its leads and the leading
   * group.
   */
  @GetMapping("/page")
  String districtPage(@PathVariable String censusId) {
    Caller caller = Caller.current();
    return page(censusId, Level.DISTRICT, progress.district(censusId, caller), caller);
  }

  /**
   * Shows how far a subdistrict is, as a page. For the census office, its leads and the leading
   * group; the subdistrict's office and supervisors.
   */
  @GetMapping("/subdistricts/{code}/page")
  String subdistrictPage(@PathVariable String censusId, @PathVariable String code) {
    return page(censusId, Level.SUBDISTRICT, code, Caller.current());
  }

  /**
   * Shows how far a census area is, as a page. For the census office, its leads and the leading
   * group; the subdistrict's office and supervisors.
   */
  @GetMapping("/areas/{code}/page")
  String areaPage(@PathVariable String censusId, @PathVariable String code) {
    return page(censusId, Level.AREA, code, Caller.current());
  }

  /**
   * Shows how far a block is, as a page. For the census office, its leads and the leading group;
   * the subdistrict's office and supervisors.
   */
  @GetMapping("/blocks/{code}/page")
  String blockPage(@PathVariable String censusId, @PathVariable String code) {
    return page(censusId, Level.BLOCK, code, Caller.current());
  }

  private String page(String censusId, Level level, String code, Caller caller) {
    return page.html(
        progress.view(censusId, level, code, caller), progress.path(censusId, level, code, caller));
  }

  @ExceptionHandler(EmptyResultDataAccessException.class)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String unknown() {
    return "登记还没有开启，或者没有这个普查区、小区。";
  }
}
