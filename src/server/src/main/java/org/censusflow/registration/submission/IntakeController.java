package org.censusflow.registration.submission;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.censusflow.base.access.AuditTrail;
import org.censusflow.base.access.Caller;
import org.censusflow.base.access.Refusal;
import org.censusflow.registration.intake.HouseholdReceipt;
import org.censusflow.registration.intake.HouseholdSubmission;
import org.censusflow.registration.intake.IntakeJob;
import org.censusflow.registration.intake.IntakeRefused;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Registrations over REST: files by the census office, households by it and by field staff. */
@RestController
class IntakeController {

  private static final int MOST_HOUSEHOLDS = 500;
  private static final int MOST_REJECTS = 100_000;

  private final Intake intake;
  private final IntakeAccess access;
  private final IntakeTime time;
  private final AuditTrail audit;

  IntakeController(Intake intake, IntakeAccess access, IntakeTime time, AuditTrail audit) {
    this.intake = intake;
    this.access = access;
    this.time = time;
    this.audit = audit;
  }

  /** What became of a batch: one result a household, in the order of the batch. */
  record BatchResult(long accepted, long repeated, long rejected, List<HouseholdReceipt> results) {}

  /**
   * Takes a file of registrations in, in the background, until the registration has ended. For the
   * census office.
   *
   * @param file CSV or xlsx
   * @param filledIn day on which forms were filled in that do not say it themselves; today when it
   *     is left out
   * @param encoding of a CSV file; found out when it is left out
   */
  @PostMapping("/api/censuses/{censusId}/intake-jobs")
  @ResponseStatus(HttpStatus.ACCEPTED)
  IntakeJob start(
      @PathVariable String censusId,
      @RequestParam(required = false) MultipartFile file,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate filledIn,
      @RequestParam(required = false) String encoding)
      throws IOException {
    Caller caller = Caller.current();
    access.office(censusId, caller);
    time.requireNotEnded(censusId);
    if (file == null) {
      throw new IntakeRefused("CF-E820 请选择要导入的文件。");
    }
    String name = file.getOriginalFilename() == null ? "upload.csv" : file.getOriginalFilename();
    try (InputStream content = file.getInputStream()) {
      return intake.start(
          censusId,
          content,
          name.substring(Math.max(0, name.length() - 200)),
          encoding,
          filledIn,
          caller.user());
    }
  }

  /** Lists the files that were taken in. For the census office and its leads. */
  @GetMapping("/api/censuses/{censusId}/intake-jobs")
  List<IntakeJob> jobs(@PathVariable String censusId) {
    access.watcher(censusId, Caller.current());
    return intake.jobs(censusId);
  }

  /** Says how far a file's intake is. For the census office and its leads. */
  @GetMapping("/api/censuses/{censusId}/intake-jobs/{id}")
  IntakeJob job(@PathVariable String censusId, @PathVariable long id) {
    access.watcher(censusId, Caller.current());
    return own(censusId, id);
  }

  /**
   * Lists the rows that were not taken in: line and reason, never their content; audited. For the
   * census office and its leads.
   *
   * @param fromRow the line from which on they are listed
   */
  @GetMapping(
      value = "/api/censuses/{censusId}/intake-jobs/{id}/rejects.csv",
      produces = "text/csv;charset=UTF-8")
  String rejects(
      @PathVariable String censusId,
      @PathVariable long id,
      @RequestParam(defaultValue = "0") long fromRow) {
    Caller caller = Caller.current();
    String district = access.watcher(censusId, caller);
    own(censusId, id);
    audit.record(caller.user(), district, "intake.rejects", "intake-job", String.valueOf(id));
    StringBuilder csv = new StringBuilder("行,原因\n");
    for (Intake.Reject reject : intake.rejects(id, fromRow, MOST_REJECTS)) {
      csv.append(reject.row())
          .append(",\"")
          .append(reject.reasons().replace("\"", "\"\""))
          .append("\"\n");
    }
    return csv.toString();
  }

  private IntakeJob own(String censusId, long id) {
    return intake
        .job(id)
        .filter(job -> job.censusId().equals(censusId))
        .orElseThrow(() -> new AccessDeniedException("Not a job of this census"));
  }

  /**
   * Takes one household in: from field staff while the registration is open, from the census office
   * until it has ended. For the census office, and field staff in their own blocks.
   *
   * @return {@code 201} the household is new, {@code 200} it came before, {@code 422} rejected with
   *     the reasons
   */
  @PostMapping("/api/censuses/{censusId}/households")
  ResponseEntity<HouseholdReceipt> household(
      @PathVariable String censusId, @RequestBody HouseholdSubmission form) {
    HouseholdReceipt receipt = submit(censusId, form, Caller.current());
    HttpStatus status =
        switch (receipt.state()) {
          case ACCEPTED -> HttpStatus.CREATED;
          case REPEATED -> HttpStatus.OK;
          case REJECTED -> HttpStatus.UNPROCESSABLE_ENTITY;
        };
    return ResponseEntity.status(status).body(receipt);
  }

  /**
   * Takes up to 500 households in, each by itself; the answer has one result for each, in their
   * order; when as for one household. For the census office, and field staff in their own blocks.
   */
  @PostMapping("/api/censuses/{censusId}/households/batch")
  BatchResult households(
      @PathVariable String censusId, @RequestBody List<HouseholdSubmission> forms) {
    if (forms.size() > MOST_HOUSEHOLDS) {
      throw new IntakeRefused("CF-E829 一批最多 " + MOST_HOUSEHOLDS + " 户，请分批提交或改用文件导入。");
    }
    Caller caller = Caller.current();
    access.fieldStaff(censusId, caller);
    forms.forEach(form -> access.add(censusId, form.block(), form.mode(), caller));
    List<HouseholdReceipt> receipts = new ArrayList<>();
    for (HouseholdSubmission form : forms) {
      receipts.add(submit(censusId, form, caller));
    }
    Map<HouseholdReceipt.State, Long> counts =
        receipts.stream()
            .collect(
                java.util.stream.Collectors.groupingBy(
                    HouseholdReceipt::state, java.util.stream.Collectors.counting()));
    return new BatchResult(
        counts.getOrDefault(HouseholdReceipt.State.ACCEPTED, 0L),
        counts.getOrDefault(HouseholdReceipt.State.REPEATED, 0L),
        counts.getOrDefault(HouseholdReceipt.State.REJECTED, 0L),
        receipts);
  }

  private HouseholdReceipt submit(String censusId, HouseholdSubmission form, Caller caller) {
    access.add(censusId, form.block(), form.mode(), caller);
    return intake.submit(censusId, form, caller.user());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  Refusal refused(IntakeRefused refusal) {
    return new Refusal(refusal.getMessage());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  Refusal unreadable(HttpMessageNotReadableException refusal) {
    return new Refusal("CF-E846 提交的内容不是 UTF-8 编码的 JSON，或者与接口说明的格式不符；没有保存任何内容。");
  }
}
