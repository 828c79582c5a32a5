package org.censusflow.sample.workflow;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.censusflow.crosscheck.delivery.Deliveries;
import org.censusflow.crosscheck.delivery.Manifest;
import org.censusflow.crosscheck.request.RecordRequest;
import org.censusflow.sample.SampleFiles;
import org.springframework.stereotype.Component;

/** Hands a sample register over, through the facade that every channel uses. */
@Component
class SampleHandOver {

  private final Deliveries deliveries;
  private final SampleFiles files;

  SampleHandOver(Deliveries deliveries, SampleFiles files) {
    this.deliveries = deliveries;
    this.files = files;
  }

  void answer(RecordRequest request, String sender) {
    Path file = files.register(request.supply());
    try (InputStream content = Files.newInputStream(file)) {
      Manifest manifest = new Manifest(records(file), request.asOf(), null);
      deliveries.deliver(request.id(), manifest, content, sender);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends what no census can read, as happens when somebody picks the wrong file. */
  void sendUnreadable(RecordRequest request, String sender) {
    byte[] archive = {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0};
    try (InputStream content = new ByteArrayInputStream(archive)) {
      deliveries.deliver(request.id(), new Manifest(1, request.asOf(), null), content, sender);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int records(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      return (int) csv.stream().count();
    }
  }
}
