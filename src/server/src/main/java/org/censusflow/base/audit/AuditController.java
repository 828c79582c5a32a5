package org.censusflow.base.audit;

import java.time.LocalDate;
import java.util.List;
import org.censusflow.base.access.AuditTrail;
import org.censusflow.base.access.Caller;
import org.censusflow.base.access.NotEntitled;
import org.censusflow.base.audit.AuditSearch.Filter;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets those who answer for a district see who saw and did what. There is nothing to change here,
 * and looking is an entry itself.
 */
@RestController
@RequestMapping("/api/audit")
class AuditController {

  private final AuditSearch search;
  private final AuditPage page;
  private final AuditChain chain;
  private final AuditTrail audit;

  AuditController(AuditSearch search, AuditPage page, AuditChain chain, AuditTrail audit) {
    this.search = search;
    this.page = page;
    this.chain = chain;
    this.audit = audit;
  }

  /**
   * A page of entries, the newest first.
   *
   * @param root length and last link of the whole chain, to be kept elsewhere
   * @param before where the next page begins; null on the last one
   */
  record Found(List<AuditEntry> entries, String root, Long before) {}

  /** Lists the districts whose audit trail the caller may read. For everybody; empty for most. */
  @GetMapping
  List<String> districts() {
    Caller caller = Caller.current();
    return caller.districts().stream().filter(it -> may(caller, it)).sorted().toList();
  }

  /**
   * Searches a district's audit trail, a hundred entries a page; audited. For the district's census
   * leads and leading group.
   *
   * @param key the object's key, a person's for instance
   * @param action an action or what it begins with
   * @param refused only what was refused
   * @param before entries with a lower id, where the page before ended
   */
  @GetMapping("/{district}")
  Found entries(
      @PathVariable String district,
      @RequestParam(required = false) String key,
      @RequestParam(required = false) String actor,
      @RequestParam(required = false) String action,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
      @RequestParam(defaultValue = "false") boolean refused,
      @RequestParam(required = false) Long before) {
    return found(district, new Filter(key, actor, action, day, refused, before));
  }

  /**
   * Shows the same as a page with its filters; audited. For the district's census leads and leading
   * group.
   */
  @GetMapping(path = "/{district}/page", produces = "text/html;charset=UTF-8")
  String page(
      @PathVariable String district,
      @RequestParam(required = false) String key,
      @RequestParam(required = false) String actor,
      @RequestParam(required = false) String action,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
      @RequestParam(defaultValue = "false") boolean refused,
      @RequestParam(required = false) Long before) {
    Filter filter = new Filter(key, actor, action, day, refused, before);
    return page.html(district, filter, found(district, filter));
  }

  private Found found(String district, Filter filter) {
    Caller caller = Caller.current();
    if (!may(caller, district)) {
      throw new NotEntitled("区普查办负责人和普查领导小组");
    }
    audit.record(caller.user(), district, "audit.read", "audit", filter.named());
    List<AuditEntry> entries = search.of(district, filter);
    Long next = entries.size() < AuditSearch.PAGE ? null : entries.get(entries.size() - 1).id();
    return new Found(entries, chain.root().toString(), next);
  }

  private static boolean may(Caller caller, String district) {
    return caller.districts().contains(district)
        && (caller.inGroup(district + "-census-leads")
            || caller.inGroup(district + "-leading-group"));
  }
}
