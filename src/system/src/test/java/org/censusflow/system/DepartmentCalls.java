package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.censusflow.base.data.Code;
import org.censusflow.base.district.Supply;
import org.censusflow.base.process.crosscheck.RecordRequestProcess;
import org.censusflow.crosscheck.request.RecordRequest;
import org.censusflow.crosscheck.request.RequestLedger;
import org.censusflow.system.Rest.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A department's own program: the calls by which it answers one request. */
record DepartmentCalls(Rest rest, String request) {

  private static final String CENSUS = SystemTest.CENSUS;
  private static final int PART = 100;

  static void aCensus(JdbcClient jdbc) {
    if (jdbc.sql("select count(*) from census").query(Integer.class).single() == 0) {
      jdbc.sql("insert into census (id, district, reference_time) values (?, 'haicang', ?)")
          .params(CENSUS, Timestamp.from(Instant.parse("2020-10-31T16:00:00Z")))
          .update();
    }
  }

  /** The office asks a department of Haicang. */
  static void ask(
      ProcessEngine engine,
      RequestLedger ledger,
      String request,
      String unit,
      String supply,
      String channel,
      Instant sent,
      Instant due) {
    ledger.send(
        new RecordRequest(
            request,
            CENSUS,
            "haicang",
            unit,
            supply,
            "部门资料",
            "姓名",
            "《统计法》",
            Code.of(Supply.Channel.class, channel),
            LocalDate.of(2020, 11, 1),
            RecordRequest.Status.SENT,
            sent,
            due,
            0,
            0,
            null));
    engine
        .getRuntimeService()
        .createProcessInstanceByKey(RecordRequestProcess.KEY)
        .businessKey(request)
        .setVariables(Map.of("district", "haicang", "censusId", CENSUS, "requestId", request))
        .execute();
  }

  private static Map<String, Object> manifest(String key, String mode) {
    return Map.of("clientKey", key, "asOf", "2020-11-01", "mode", mode);
  }

  Answer open(String key) {
    return open(key, "replace");
  }

  private Answer open(String key, String mode) {
    return rest.post("/api/record-requests/" + request + "/deliveries", manifest(key, mode));
  }

  Answer put(Answer opened, int number, byte[] part) {
    return put(opened, number, part, hash(part));
  }

  Answer put(Answer opened, int number, byte[] part, String stated) {
    return rest.putBytes("/api/deliveries/" + id(opened) + "/parts/" + number, part, stated);
  }

  Answer close(Answer opened, int parts, int count, String sha256) {
    Map<String, Object> closing = new HashMap<>(Map.of("parts", parts, "count", count));
    closing.put("sha256", sha256);
    return rest.post("/api/deliveries/" + id(opened) + "/close", closing);
  }

  Answer state(Answer opened) {
    return rest.get("/api/deliveries/" + id(opened));
  }

  /** A whole file in small parts. */
  Answer hand(String key, String mode, String text, int count) {
    return hand(key, mode, text.getBytes(StandardCharsets.UTF_8), count);
  }

  Answer hand(String key, String mode, byte[] file, int count) {
    Answer opened = open(key, mode);
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    int parts = 0;
    for (int from = 0; from < file.length; from += PART) {
      byte[] part = Arrays.copyOfRange(file, from, Math.min(file.length, from + PART));
      assertThat(put(opened, ++parts, part).status()).isEqualTo(204);
    }
    return close(opened, parts, count, hash(file));
  }

  static long id(Answer answer) {
    return answer.json().path("deliveryId").asLong();
  }

  static String stateOf(Answer answer) {
    return answer.json().path("state").asText();
  }

  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
