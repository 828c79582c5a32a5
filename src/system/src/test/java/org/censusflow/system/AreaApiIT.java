package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.censusflow.CensusFlow;
import org.censusflow.sample.SampleAreas;
import org.censusflow.system.Rest.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Areas over REST, as a subdistrict and the census office use them. */
@SpringBootTest(
    classes = CensusFlow.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:area-api;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false",
      "censusflow.sample.enabled=false"
    })
@DirtiesContext
class AreaApiIT {

  private static final String AREAS = "/api/areas/haicang-2020";
  private static final String SONGYU = "?subdistrict=songyu";
  private static final String BLOCK = "350205002701001";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  @Test
  void aSubdistrictDeliversItsFilesAndTheOfficeChangesABoundary() {
    SampleAreas sample =
        new SampleAreas(
            List.of(
                new SampleAreas.Block(BLOCK, "350205002", "样例第1社区", "样例路1号", 200, 600),
                new SampleAreas.Block("350205002701002", "350205002", "样例第1社区", "样例路2号", 80, 240)));
    assertThat(deliver("hc-songyu-office", "blocks", sample.blocks()).statusCode()).isEqualTo(201);
    assertThat(deliver("hc-songyu-office", "outlines", sample.outlines()).statusCode())
        .isEqualTo(201);
    assertThat(deliver("hc-songyu-office", "dwellings", sample.dwellings()).statusCode())
        .isEqualTo(201);
    HttpResponse<String> faulty =
        deliver("hc-songyu-office", "blocks", sample.blocks().replace("样例路2号", ""));
    assertThat(faulty.statusCode()).isEqualTo(422);
    assertThat(faulty.body()).contains("CF-E800 文件有 1 处错误", "\"row\":3", "小区地址没有填写");
    assertThat(deliver("hc-dongfu-office", "blocks", sample.blocks()).statusCode()).isEqualTo(403);

    Rest office = as("hc-office-1");
    Answer readiness = office.get(AREAS + "/readiness" + SONGYU);
    assertThat(readiness.json().path("ready").asBoolean()).isTrue();
    assertThat(readiness.json().path("figures").path("households").asInt()).isEqualTo(280);
    assertThat(office.get(AREAS + "/proposals" + SONGYU).json()).hasSize(1);
    assertThat(as("hc-songyu-office").post(AREAS + "/boundary-changes", split()).status())
        .isEqualTo(403);
    Answer change = office.post(AREAS + "/boundary-changes", split());
    assertThat(change.status()).as(change.body()).isEqualTo(201);
    assertThat(change.json().path("created")).hasSize(2);
    assertThat(change.json().path("unplaced").isInt()).as("households that stayed").isTrue();
    assertThat(office.get(AREAS + "/boundary-changes").json()).hasSize(1);
    assertThat(office.get(AREAS + "/blocks" + SONGYU).json()).hasSize(4);
    assertThat(office.get(AREAS + "/outlines" + SONGYU).json().path("features")).hasSize(5);

    assignments();
    assertThat(
            jdbc.sql("select count(*) from audit_entry where action like 'area.%'")
                .query(Integer.class)
                .single())
        .isEqualTo(6);
  }

  private void assignments() {
    Rest subdistrict = as("hc-songyu-office");
    Map<String, Object> wanted =
        Map.of("block", BLOCK, "role", "enumerator", "account", "hc-songyu-enumerator-1");
    Answer refused = subdistrict.post(AREAS + "/assignments", wanted);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.message())
        .startsWith("CF-E810 hc-songyu-enumerator-1 在 ")
        .contains("没有有效的证件");
    certify("hc-songyu-enumerator-1");
    assertThat(subdistrict.post(AREAS + "/assignments", wanted).status()).isEqualTo(201);
    assertThat(subdistrict.get(AREAS + "/assignments" + SONGYU).json()).hasSize(1);
    assertThat(
            subdistrict
                .get(AREAS + "/balance" + SONGYU)
                .json()
                .path("blocksWithoutEnumerator")
                .asInt())
        .isEqualTo(3);
  }

  private void certify(String account) {
    jdbc.sql(
            """
            insert into staffing (process_key, census_id, district, subdistrict, kind, started_at)
            values ('S', 'haicang-2020', 'haicang', 'songyu', 'initial', current_timestamp)
            """)
        .update();
    jdbc.sql(
            """
            insert into staff_certificate (process_key, census_id, subdistrict, account, issued_at)
            values ('S', 'haicang-2020', 'songyu', ?, current_timestamp)
            """)
        .param(account)
        .update();
  }

  private static Map<String, Object> split() {
    return Map.of("kind", "split", "block", BLOCK, "reason", "超过工作量标准");
  }

  private Rest as(String user) {
    return Rest.at("http://localhost:" + port).as(user, "Census-2020");
  }

  private HttpResponse<String> deliver(String user, String kind, String text) {
    byte[] login = (user + ":Census-2020").getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + AREAS + "/files/" + kind + SONGYU))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login))
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8)))
            .build();
    try {
      return HttpClient.newHttpClient()
          .send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
