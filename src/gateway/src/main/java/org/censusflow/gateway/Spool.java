package org.censusflow.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.censusflow.files.Sha256;

/**
 * Deliveries as they will be sent, on the department's own disk until they are received. A source
 * is read once for a delivery: after a crash the same bytes go on from where they were, though the
 * database has changed meanwhile. Only the gateway's user can read the folder.
 */
final class Spool {

  private final Path folder;
  private final Clock clock;
  private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

  Spool(Path folder, Clock clock) {
    this.clock = clock;
    try {
      Files.createDirectories(folder);
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      throw new GatewayRefused("CF-E657 无法建立或使用目录 " + folder + "。", e);
    }
    this.folder = folder;
  }

  /** What was spooled for this key before; the file is whole when there is a manifest. */
  Optional<SpoolManifest> find(String key) {
    Path file = manifestFile(key);
    try {
      return Files.exists(file)
          ? Optional.of(json.readValue(file.toFile(), SpoolManifest.class))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The spool's manifest cannot be read", e);
    }
  }

  Path file(String key) {
    return folder.resolve(name(key) + ".csv");
  }

  /**
   * Reads the source to its end.
   *
   * @param progress hears the number of rows now and then
   * @param notes hears what was noticed in the source, in Chinese
   * @throws GatewayRefused when the source cannot be read or lacks columns
   */
  SpoolManifest write(
      String key,
      String requestId,
      SupplyConfig supply,
      LongConsumer progress,
      Consumer<String> notes) {
    Path part = folder.resolve(name(key) + ".part");
    MessageDigest digest = Sha256.digest();
    long count = 0;
    try {
      try (RowSource source = RowSource.open(supply.source(), supply.sourceColumns());
          OutputStream out = new DigestOutputStream(Files.newOutputStream(part), digest);
          Writer text =
              new OutputStreamWriter(
                  new BufferedOutputStream(out, 1 << 16), StandardCharsets.UTF_8);
          CsvWriter csv = CsvWriter.builder().build(text)) {
        RowMapping mapping = new RowMapping(supply, source.columns());
        csv.writeRecord(mapping.names());
        for (String[] row = source.next(); row != null; row = source.next()) {
          csv.writeRecord(mapping.map(row));
          if (++count % 10_000 == 0) {
            progress.accept(count);
          }
        }
        source.notes().forEach(notes);
      }
      LocalDate asOf = supply.asOf() == null ? LocalDate.now(clock) : supply.asOf();
      SpoolManifest manifest =
          new SpoolManifest(key, requestId, count, Files.size(part), Sha256.hex(digest), asOf);
      Files.move(part, file(key), StandardCopyOption.ATOMIC_MOVE);
      write(manifestFile(key), manifest);
      return manifest;
    } catch (IOException e) {
      throw new GatewayRefused("CF-E657 无法写入目录 " + folder + "，或资料读取中断。", e);
    }
  }

  /** Keeps what the server confirmed. */
  void keepReceipt(String requestId, String receipt) {
    try {
      Path receipts = Files.createDirectories(folder.resolve("receipts"));
      writeText(receipts.resolve(name(requestId) + ".json"), receipt);
    } catch (IOException e) {
      throw new UncheckedIOException("The receipt cannot be kept", e);
    }
  }

  /** Forgets a delivery that is not to be sent, or sent again. */
  void discard(String key) {
    try {
      Files.deleteIfExists(manifestFile(key));
      Files.deleteIfExists(file(key));
    } catch (IOException e) {
      throw new UncheckedIOException("The spool cannot be cleared", e);
    }
  }

  /** Puts down the rows that the server did not keep, for the department to correct. */
  void keepRejects(String requestId, String rejects) {
    try {
      Path receipts = Files.createDirectories(folder.resolve("receipts"));
      writeText(receipts.resolve(name(requestId) + "-rejects.csv"), rejects);
    } catch (IOException e) {
      throw new UncheckedIOException("The rejects cannot be kept", e);
    }
  }

  /** SHA-256 of what was last received for a request; empty when nothing was. */
  Optional<String> lastSent(String requestId) {
    Path receipt = folder.resolve("receipts").resolve(name(requestId) + ".json");
    try {
      return Files.exists(receipt)
          ? Optional.ofNullable(json.readTree(receipt.toFile()).path("sha256").asText(null))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The receipt cannot be read", e);
    }
  }

  private void write(Path file, SpoolManifest manifest) throws IOException {
    writeText(
        file,
        json.writer()
            .without(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .writeValueAsString(manifest));
  }

  private void writeText(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, text);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path manifestFile(String key) {
    return folder.resolve(name(key) + ".json");
  }

  private static String name(String key) {
    return key.replaceAll("[^A-Za-z0-9_.-]", "_");
  }
}
