package org.censusflow.registration.field.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.registration.BlockShortFormsProcess.*;
import static org.censusflow.base.process.registration.HouseholdQuestionProcess.*;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.censusflow.registration.field.FieldFigures;
import org.censusflow.registration.field.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What the interfaces of progress and field work answer to whom. */
@AutoConfigureMockMvc
class ProgressRestTests extends FieldScene {

  private static final String PROGRESS = "/api/progress/" + CENSUS;
  private static final String PASSWORD = "Census-2020";

  @Autowired private MockMvc web;

  private record Answer(int status, JsonNode json) {}

  @Test
  void everyFigureHasItsDenominatorAndPartsStandInTheOrderOfTheirCodes() throws Exception {
    open();
    shortForms("songyu", FIRST);
    JsonNode district = get("hc-lead", PROGRESS).json();
    assertThat(district.at("/figures/shortAccepted/actual").asInt()).isEqualTo(1);
    assertThat(district.at("/figures/shortAccepted/of").asInt()).isEqualTo(4);
    assertThat(district.at("/figures/settled/actual").asInt()).isEqualTo(HOUSEHOLDS);
    assertThat(district.at("/figures/settled/ofLabel").asText()).isEqualTo("底册户数");
    district
        .path("figures")
        .forEach(figure -> assertThat(figure.fieldNames()).toIterable().contains("actual", "of"));
    assertThat(district.path("parts").findValuesAsText("code")).containsExactly("dongfu", "songyu");
    JsonNode area = get("hc-songyu-office", PROGRESS + "/areas/350205002001").json();
    assertThat(area.path("parts").findValuesAsText("code")).containsExactly(FIRST, SECOND);
    assertThat(area.at("/parts/0/acceptance").asText()).isEqualTo("ACCEPTED");
  }

  @Test
  void everyoneSeesTheirOwnPartAndTheOfficeTheWhole() throws Exception {
    open();
    String songyu = PROGRESS + "/subdistricts/songyu";
    for (String user : List.of("hc-office-1", "hc-lead", "hc-leading-1")) {
      assertThat(get(user, PROGRESS).status()).as(user).isEqualTo(200);
      assertThat(get(user, songyu).status()).as(user).isEqualTo(200);
    }
    assertThat(get("hc-songyu-supervisor-1", songyu).status()).isEqualTo(200);
    assertThat(get("hc-songyu-supervisor-1", PROGRESS + "/blocks/" + FIRST).status())
        .isEqualTo(200);
    for (String user :
        List.of("hc-dongfu-office", "hc-songyu-enumerator-1", "hc-health", "xs-lead")) {
      assertThat(get(user, songyu).status()).as(user).isEqualTo(403);
      assertThat(get(user, PROGRESS).status()).as(user).isEqualTo(403);
    }
    assertThat(get("hc-lead", PROGRESS + "/areas/nowhere").status()).isEqualTo(404);
    assertThat(get("hc-lead", "/api/progress/nowhere").status()).isEqualTo(403);
  }

  @Test
  void theLeadFollowsThePagesFromTheDistrictDownToABlockAndBack() throws Exception {
    open();
    shortForms("songyu", FIRST);
    assertThat(places("hc-lead")).isEqualTo("DISTRICT haicang");
    String district = page("hc-lead", PROGRESS + "/page");
    assertThat(district).contains("海沧区登记进度", "25.0%", "嵩屿街道");
    String subdistrict = followed("hc-lead", PROGRESS + "/page", "嵩屿街道");
    String area = followed("hc-lead", subdistrict, "样例东社区");
    String block = followed("hc-lead", area, "001 小区");
    assertThat(block).endsWith("/blocks/" + FIRST + "/page");
    assertThat(page("hc-lead", block)).contains("验收：已验收").doesNotContain("<h2>");
    assertThat(followed("hc-lead", block, "海沧区")).isEqualTo(PROGRESS + "/page");
  }

  @Test
  void aSubdistrictSeesPagesOfItsOwnAndNoWayAbove() throws Exception {
    open();
    String songyu = PROGRESS + "/subdistricts/songyu/page";
    assertThat(places("hc-songyu-supervisor-1")).isEqualTo("SUBDISTRICT songyu");
    assertThat(page("hc-songyu-supervisor-1", songyu)).contains("嵩屿街道登记进度");
    assertThat(page("hc-songyu-supervisor-1", songyu)).doesNotContain("../../page");
    assertThat(places("hc-songyu-enumerator-1")).isEmpty();
    assertThat(places("xs-lead")).isEmpty();
    for (String user : List.of("hc-dongfu-office", "hc-songyu-enumerator-1", "xs-lead")) {
      assertThat(get(user, songyu).status()).as(user).isEqualTo(403);
    }
    assertThat(get("hc-songyu-supervisor-1", PROGRESS + "/page").status()).isEqualTo(403);
    assertThat(get("hc-lead", PROGRESS + "/areas/nowhere/page").status()).isEqualTo(404);
  }

  private String places(String user) throws Exception {
    JsonNode places = new ObjectMapper().readTree(page(user, "/api/progress"));
    return places.isEmpty()
        ? ""
        : places.at("/0/level").asText() + " " + places.at("/0/code").asText();
  }

  private String page(String user, String path) throws Exception {
    var response =
        web.perform(
                MockMvcRequestBuilders.get(path).header("Authorization", "Basic " + login(user)))
            .andReturn()
            .getResponse();
    assertThat(response.getStatus()).isEqualTo(200);
    return response.getContentAsString(StandardCharsets.UTF_8);
  }

  /** Where the link leads whose text ends so. */
  private String followed(String user, String path, String text) throws Exception {
    Matcher link =
        Pattern.compile("<a href=\"([^\"]+)\">[^<]*" + text + "</a>").matcher(page(user, path));
    assertThat(link.find()).as(text + " on " + path).isTrue();
    return URI.create(path).resolve(link.group(1)).toString();
  }

  @Test
  void onlyTheOfficeSeesTheSeedOfTheDraws() throws Exception {
    open();
    list("hc-dongfu-enumerator-1", FOURTH);
    complete("hc-dongfu-enumerator-1", ENUMERATE_SHORT_FORMS, FOURTH, Map.of());
    String draw = PROGRESS + "/blocks/" + FOURTH + "/draw";
    JsonNode drawn = get("hc-office-1", draw).json();
    assertThat(drawn.path("seed").asText()).hasSize(32);
    assertThat(drawn.at("/drawn/0/household").asInt()).isEqualTo(drawn(FOURTH).get(0));
    assertThat(get("hc-dongfu-supervisor-1", draw).status()).isEqualTo(403);
  }

  @Test
  void theEnumeratorSeesWhichHouseholdABoundaryChangeCouldNotPlace() throws Exception {
    open();
    list("hc-dongfu-enumerator-1", FOURTH);
    jdbc.sql(
            "insert into boundary_change (census_id, version, kind, reason, made_by, made_at) values (?, 1, 'split', '样例', 'hc-office-1', current_timestamp)")
        .param(CENSUS)
        .update();
    jdbc.sql(
            """
            insert into household_unplaced (household_id, census_id, change_id)
            select h.id, h.census_id, c.id from household h cross join boundary_change c
             where h.block_code = ? and h.household_no = 3
            """)
        .param(FOURTH)
        .update();
    String task = seen("hc-dongfu-enumerator-1", ENUMERATE_SHORT_FORMS, FOURTH).getId();
    claim("hc-dongfu-enumerator-1", ENUMERATE_SHORT_FORMS, FOURTH);
    JsonNode households =
        get("hc-dongfu-enumerator-1", "/api/field-work/" + task).json().path("households");
    assertThat(households).hasSize(HOUSEHOLDS);
    for (JsonNode household : households) {
      assertThat(household.path("unplaced").asBoolean())
          .isEqualTo(household.path("number").asInt() == 3);
    }
  }

  @Test
  void anEnumeratorWorksOnTheClaimedBlockAndEveryLookIsOnRecord() throws Exception {
    open();
    list("hc-dongfu-enumerator-1", FOURTH, HOUSEHOLDS + 1, 0);
    String task = seen("hc-dongfu-enumerator-1", ENUMERATE_SHORT_FORMS, FOURTH).getId();
    String work = "/api/field-work/" + task;
    assertThat(get("hc-dongfu-enumerator-1", work).status()).isEqualTo(409);
    claim("hc-dongfu-enumerator-1", ENUMERATE_SHORT_FORMS, FOURTH);
    JsonNode view = get("hc-dongfu-enumerator-1", work).json();
    assertThat(view.path("households")).hasSize(HOUSEHOLDS + 1);
    assertThat(view.at("/households/20/status").asText()).isEqualTo("OPEN");
    assertThat(get("hc-songyu-enumerator-1", work).status()).isEqualTo(422);
    String visit = work + "/households/21/visits";
    Answer early =
        send(
            "hc-dongfu-enumerator-1",
            MockMvcRequestBuilders.post(visit),
            "{\"outcome\":\"proxy\",\"informant\":\"neighbour\",\"persons\":2}");
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.json().path("message").asText()).contains("没有达到规定");
    Answer empty =
        send(
            "hc-dongfu-enumerator-1",
            MockMvcRequestBuilders.post(visit),
            "{\"outcome\":\"empty\",\"informant\":\"property\"}");
    assertThat(empty.json().path("statusLabel").asText()).isEqualTo("证实无人居住");
    assertThat(
            jdbc.sql(
                    "select count(*) from audit_entry where action = 'field-work.view' and object_key = ?")
                .param(FOURTH)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void whatChecksDoubtGoesBackToTheHouseholdsAndHoldsTheBlocksFigures() throws Exception {
    jdbc.sql(
            """
            insert into check_finding (census_id, household_id, person_id, check_id)
            select h.census_id, h.id, p.id, 'P05' from household h join person p on p.household_id = h.id
             where h.block_code = ? and h.household_no <= 3
            """)
        .param(FOURTH)
        .update();
    open();
    list("hc-dongfu-enumerator-1", FOURTH);
    String task = claimed("hc-dongfu-enumerator-1", ENUMERATE_SHORT_FORMS);
    Answer asked =
        send(
            "hc-dongfu-enumerator-1",
            MockMvcRequestBuilders.post("/api/field-work/" + task + "/doubts"),
            "{}");
    assertThat(asked.json().path("asked").asInt()).isEqualTo(6);
    runJobs();
    assertThat(openTasks(CENSUS + "/questions/" + FOURTH)).containsExactly(ASK_HOUSEHOLDS);

    complete("hc-dongfu-enumerator-1", ENUMERATE_SHORT_FORMS, FOURTH, Map.of());
    recheck("hc-dongfu-supervisor-1", FOURTH, 0);
    String acceptance = seen("hc-dongfu-supervisor-2", ACCEPT_BLOCK, FOURTH).getId();
    assertThat(tasks.getVariable(acceptance, "gateReason")).isEqualTo("有存疑的答案没有向住户核实办结");
    assertThat((String) tasks.getVariable(acceptance, "content")).contains("疑问 6 条没有办结");
    assertThatThrownBy(
            () ->
                complete(
                    "hc-dongfu-supervisor-2", ACCEPT_BLOCK, FOURTH, Map.of("decision", "approve")))
        .hasMessageContaining("CF-E859");
    assertThat(progress.openQuestions(CENSUS, Level.AREA, FOURTH.substring(0, 12))).isEqualTo(6);
    assertThat(progress.openQuestions(CENSUS, Level.SUBDISTRICT, "songyu")).isZero();
    assertThat(progress.openQuestions(CENSUS, Level.DISTRICT, CENSUS)).isEqualTo(6);
  }

  @Test
  void aHouseholdThatAnswersLeavesTheListAndIsCounted() throws Exception {
    open();
    list("hc-dongfu-enumerator-1", FOURTH, HOUSEHOLDS + 1, 0);
    String task = claimed("hc-dongfu-enumerator-1", ENUMERATE_SHORT_FORMS);
    assertThat(lastOf(task).path("status").asText()).isEqualTo("OPEN");
    FieldFigures before = progress.figures(CENSUS, Level.BLOCK, FOURTH);
    String form =
        """
        {"clientKey": "answered-21", "block": "%s", "householdNo": 21, "address": "样例路1号",
         "mode": "field", "filledIn": "2020-11-01", "confirmedBy": "signature", "form": "short",
         "persons": [{"name": "戴伟", "relation": "0", "id_number": "34052419800101001X", "sex": "1",
           "birth_date": "1980-01-01", "ethnicity": "01", "residence": "here",
           "hukou_place": "local-block", "residence_place": "1", "hukou_registered": "1",
           "absence_time": "1", "education": "5"}]}
        """
            .formatted(FOURTH);
    Answer taken =
        send(
            "hc-dongfu-enumerator-1",
            MockMvcRequestBuilders.post("/api/censuses/" + CENSUS + "/households"),
            form);
    assertThat(taken.json().path("state").asText())
        .as(taken.json().toString())
        .isEqualTo("accepted");
    assertThat(lastOf(task).path("status").asText()).isNotEqualTo("OPEN");
    FieldFigures after = progress.figures(CENSUS, Level.BLOCK, FOURTH);
    assertThat(after.openHouseholds()).isEqualTo(before.openHouseholds() - 1);
    assertThat(after.here()).isEqualTo(before.here() + 1);
  }

  private JsonNode lastOf(String task) throws Exception {
    return get("hc-dongfu-enumerator-1", "/api/field-work/" + task)
        .json()
        .at("/households/" + HOUSEHOLDS);
  }

  private String claimed(String user, String key) {
    String task = seen(user, key, FOURTH).getId();
    claim(user, key, FOURTH);
    return task;
  }

  private Answer get(String user, String path) throws Exception {
    return send(user, MockMvcRequestBuilders.get(path), null);
  }

  private Answer send(String user, MockHttpServletRequestBuilder request, String body)
      throws Exception {
    if (body != null) {
      request = request.contentType(MediaType.APPLICATION_JSON).content(body);
    }
    var response =
        web.perform(request.header("Authorization", "Basic " + login(user)))
            .andReturn()
            .getResponse();
    String text = response.getContentAsString(StandardCharsets.UTF_8);
    JsonNode json =
        text.startsWith("{")
            ? new ObjectMapper().readTree(text)
            : com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    return new Answer(response.getStatus(), json);
  }

  private static String login(String user) {
    return java.util.Base64.getEncoder()
        .encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
  }
}
