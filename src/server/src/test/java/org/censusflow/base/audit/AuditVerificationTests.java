package org.censusflow.base.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is done to an exported chain, the first line that is wrong is named. */
class AuditVerificationTests {

  private static final int ENTRIES = 200;
  private static final Instant NOON = Instant.parse("2020-11-20T04:00:00.123456Z");

  @ParameterizedTest
  @EnumSource
  void aChainIsSound(ChainHash hash) throws IOException {
    List<String> chain = chain(hash, entries());

    AuditVerification.Result result = verify(chain, null);

    assertThat(result.fault()).isNull();
    assertThat(result.root()).isEqualTo(root(chain));
    assertThat(verify(chain, root(chain.subList(0, 120))).sound()).isTrue();
    assertThat(verify(List.of(), null).sound()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void anAlteredEntryIsNamed(ChainHash hash) throws IOException {
    List<String> chain = chain(hash, entries());
    chain.set(76, chain.get(76).replace("recheck.view", "recheck.hide"));

    assertThat(verify(chain, null).line()).isEqualTo(77);
  }

  @ParameterizedTest
  @EnumSource
  void ofADeletedEntryThePlaceIsNamed(ChainHash hash) throws IOException {
    List<String> chain = chain(hash, entries());
    chain.remove(76);

    assertThat(verify(chain, null).line()).isEqualTo(77);
  }

  @ParameterizedTest
  @EnumSource
  void ofTwoSwappedEntriesTheFirstIsNamed(ChainHash hash) throws IOException {
    List<String> chain = chain(hash, entries());
    chain.add(90, chain.remove(76));

    assertThat(verify(chain, null).line()).isEqualTo(77);
  }

  @ParameterizedTest
  @EnumSource
  void anInsertedEntryIsNamed(ChainHash hash) throws IOException {
    List<String> copied = chain(hash, entries());
    copied.add(76, copied.get(75));
    assertThat(verify(copied, null).line()).isEqualTo(77);

    List<String> forged = chain(hash, entries());
    String content = AuditLine.content(77, entry(999));
    forged.add(76, AuditLine.line(content, hash.link(link(forged.get(75)), content)));
    // It fits what comes before it; what comes after it does not.
    assertThat(verify(forged, null).line()).isEqualTo(78);
  }

  /** A new hash for the entry alone is not enough: every later one is made of it. */
  @ParameterizedTest
  @EnumSource
  void ofAnEntryThatWasRewrittenWithItsHashTheNextIsNamed(ChainHash hash) throws IOException {
    List<String> chain = chain(hash, entries());
    String content = AuditLine.content(77, entry(999));
    chain.set(76, AuditLine.line(content, hash.link(link(chain.get(75)), content)));

    assertThat(verify(chain, null).line()).isEqualTo(78);
  }

  @Test
  void aLineIsJsonThatSaysWhatTheEntrySays() throws IOException {
    for (String line : chain(ChainHash.SHA_256, entries())) {
      JsonNode read = new ObjectMapper().readTree(line);
      AuditEntry said = entry(read.path("n").asInt());
      assertThat(read.path("actor").asText()).isEqualTo(said.actor());
      assertThat(read.path("key").asText()).isEqualTo(said.objectKey());
      assertThat(read.path("source").isNull()).isEqualTo(said.source() == null);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasCutOffIsToldByTheRootOfYesterday(ChainHash hash) throws IOException {
    List<String> chain = chain(hash, entries());
    ChainRoot yesterday = root(chain.subList(0, 150));
    List<String> cut = chain.subList(0, 140);

    assertThat(verify(cut, null).sound()).isTrue();
    assertThat(verify(cut, yesterday).line()).isEqualTo(141);
    assertThat(verify(cut, yesterday).fault()).contains("150 entries");
  }

  /** Whoever owns the database and the program can make everything anew, but not what was kept. */
  @ParameterizedTest
  @EnumSource
  void aChainThatWasMadeAnewIsToldByTheRootOfYesterday(ChainHash hash) throws IOException {
    ChainRoot yesterday = root(chain(hash, entries()).subList(0, 150));
    List<AuditEntry> changed = entries();
    changed.remove(76);
    List<String> anew = chain(hash, changed);

    assertThat(verify(anew, null).sound()).isTrue();
    assertThat(verify(anew, yesterday).line()).isEqualTo(150);
  }

  @ParameterizedTest
  @EnumSource
  void aRandomByteOfARandomLineIsFound(ChainHash hash) throws IOException {
    byte[] sound = text(chain(hash, entries()));
    Random random = new Random(20201101);
    for (int run = 0; run < 2_000; run++) {
      byte[] changed = sound.clone();
      int at = random.nextInt(changed.length);
      changed[at] = (byte) (changed[at] ^ 1 + random.nextInt(255));
      long line =
          1
              + new String(sound, 0, at, StandardCharsets.ISO_8859_1)
                  .chars()
                  .filter(c -> c == '\n')
                  .count();

      AuditVerification.Result result =
          AuditVerification.verify(new ByteArrayInputStream(changed), Optional.empty());

      assertThat(result.sound()).as("byte %d of line %d", at, line).isFalse();
      assertThat(result.line()).as("byte %d", at).isEqualTo(line);
    }
  }

  /** The setting may change between two entries. */
  @Test
  void aChainMayChangeItsHash() throws IOException {
    List<String> chain = chain(ChainHash.SHA_256, entries());
    String content = AuditLine.content(ENTRIES + 1, entry(999));
    chain.add(AuditLine.line(content, ChainHash.SM3.link(link(chain.get(ENTRIES - 1)), content)));

    assertThat(verify(chain, null).sound()).isTrue();
  }

  private static List<AuditEntry> entries() {
    List<AuditEntry> entries = new ArrayList<>();
    for (int i = 1; i <= ENTRIES; i++) {
      entries.add(entry(i));
    }
    return entries;
  }

  private static AuditEntry entry(int i) {
    return new AuditEntry(
        i * 3L,
        NOON.plusMillis(i),
        i % 2 == 0 ? "hc-lead" : "hc-\"quoted\"\\\n",
        "haicang",
        "recheck.view",
        "person",
        String.valueOf(i),
        i % 3 == 0 ? null : "10.1.2.3",
        null,
        "GET /api/rechecks/{taskId}",
        false);
  }

  private static List<String> chain(ChainHash hash, List<AuditEntry> entries) {
    List<String> chain = new ArrayList<>();
    String link = "";
    for (AuditEntry entry : entries) {
      String content = AuditLine.content(chain.size() + 1, entry);
      link = hash.link(link, content);
      chain.add(AuditLine.line(content, link));
    }
    return chain;
  }

  private static ChainRoot root(List<String> chain) {
    return new ChainRoot(chain.size(), link(chain.get(chain.size() - 1)));
  }

  private static String link(String line) {
    int at = line.lastIndexOf(AuditLine.HASH) + AuditLine.HASH.length();
    return line.substring(at, line.length() - AuditLine.END.length());
  }

  private static AuditVerification.Result verify(List<String> chain, ChainRoot kept)
      throws IOException {
    return AuditVerification.verify(
        new ByteArrayInputStream(text(chain)), Optional.ofNullable(kept));
  }

  private static byte[] text(List<String> chain) {
    StringBuilder text = new StringBuilder();
    chain.forEach(line -> text.append(line).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
