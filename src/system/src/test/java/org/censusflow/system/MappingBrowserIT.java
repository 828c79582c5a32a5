package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.mapping.AreaDelimitationProcess.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.censusflow.CensusFlow;
import org.censusflow.base.process.mapping.AreaDelimitationProcess;
import org.censusflow.sample.SampleAreas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** A subdistrict's officer delivers area files in Tasklist, as a person does it. */
@SpringBootTest(
    classes = CensusFlow.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:mapping-browser;DB_CLOSE_DELAY=-1",
      "censusflow.sample.enabled=false"
    })
@DirtiesContext
class MappingBrowserIT {

  @LocalServerPort private int port;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;

  @RegisterExtension private final Browser browser = new Browser();
  @TempDir private Path directory;

  @Test
  void anOfficerUploadsFilesReadsWhatIsWrongAndCompletesTheTask() throws IOException {
    runtime.startProcessInstanceByKey(
        AreaDelimitationProcess.KEY,
        "haicang-2020-songyu",
        Map.of("district", "haicang", "censusId", "haicang-2020", "subdistrict", "songyu"));
    browser.await(page -> waiting(DELIVER_AREA_FILES) == 1);
    browser.logInToTasklist("http://localhost:" + port, "hc-songyu-office");
    browser.claim("划分并报送普查区");

    String code = "350205002701001";
    SampleAreas sample =
        new SampleAreas(
            List.of(new SampleAreas.Block(code, "350205002", "样例第1社区", "样例路1号", 80, 240)));
    upload("blocks", "blocks.csv", sample.blocks().replace(code + ",", "1" + code + ","));
    browser.see(By.xpath("//td[contains(.,'小区代码应为 15 位数字')]"));
    browser.picture("mapping-faults");
    upload("areas", "areas.csv", sample.areas());
    taken("areas");
    upload("blocks", "blocks.csv", sample.blocks());
    taken("blocks");
    upload("outlines", "outlines.geojson", sample.outlines());
    taken("outlines");
    browser.see(By.xpath("//h4[contains(.,'没有须改正的问题')]"));

    browser.complete();
    browser.await(page -> waiting(LIST_BUILDINGS) == 1);
    assertThat(waiting(DELIVER_AREA_FILES)).isZero();
  }

  private long waiting(String key) {
    return tasks.createTaskQuery().taskDefinitionKey(key).count();
  }

  private void upload(String kind, String name, String text) throws IOException {
    Path file = Files.writeString(directory.resolve(name), text);
    browser.see(By.id("file-" + kind)).sendKeys(file.toString());
    browser.click(By.id("send-" + kind));
  }

  private void taken(String kind) {
    browser.see(By.id("taken-" + kind));
  }
}
