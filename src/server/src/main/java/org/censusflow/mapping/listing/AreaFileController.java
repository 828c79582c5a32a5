package org.censusflow.mapping.listing;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.censusflow.base.access.Caller;
import org.censusflow.mapping.area.AreaFileKind;
import org.censusflow.mapping.area.AreaRefused;
import org.censusflow.mapping.area.AreaRights;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files of areas over REST. */
@RestController
@RequestMapping("/api/areas/{censusId}")
class AreaFileController {

  private final AreaRights rights;
  private final AreaFiles files;

  AreaFileController(AreaRights rights, AreaFiles files) {
    this.rights = rights;
    this.files = files;
  }

  /**
   * Takes a file in whole or not at all; the body is the file itself. For the census office and its
   * leads, a subdistrict's office for its own part, natural resources for outlines.
   *
   * @param kind of file, such as {@code areas} or {@code outlines}
   * @throws AreaRefused an unknown kind of file
   * @throws AreaFileRefused the file has faults, all of which are listed
   */
  @PostMapping("/files/{kind}")
  @ResponseStatus(HttpStatus.CREATED)
  AreaFiles.Taken deliver(
      @PathVariable String censusId,
      @PathVariable String kind,
      @RequestParam(required = false) String subdistrict,
      InputStream content)
      throws IOException {
    AreaFileKind file =
        Stream.of(AreaFileKind.values())
            .filter(one -> one.key().equals(kind))
            .findFirst()
            .orElseThrow(() -> new AreaRefused("CF-E801 没有这种文件：" + AreaTable.shown(kind)));
    Caller caller = rights.mayDeliver(censusId, file, subdistrict);
    AreaFiles.Taken taken = files.take(censusId, file, subdistrict, content, caller.user());
    rights.record(
        caller,
        censusId,
        "area.deliver-" + kind,
        "subdistrict",
        String.join(",", taken.subdistricts()));
    return taken;
  }
}
