package org.censusflow;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Set;

/**
 * The rules of the house ({@code docs/decisions}). A module is a package directly under {@code
 * org.censusflow}; its public classes are its face.
 */
@AnalyzeClasses(packages = "org.censusflow", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

  private static final String ROOT = "org.censusflow.";

  /** Sub-packages that belong to their module's face. */
  private static final Set<String> OPEN =
      Set.of(
          "comparison.population", "comparison.spec", "comparison.evaluation", "sample.population");

  /** What a comparison has learnt, which the command line saves and reads again. */
  private static final String OPEN_TYPE = ROOT + "comparison.linkage.MatchModel";

  @ArchTest
  static final ArchRule theEngineIsKnownInTheEngineModuleAndInWorkflowPackagesOnly =
      noClasses()
          .that(not(resideInAnyPackage(ROOT + "engine..", "org.censusflow.*.workflow..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..")
          .because("a move to a fork of the engine must stay a change of imports in few places");

  @ArchTest
  static final ArchRule theComparisonKnowsNeitherSpringNorTheEngineNorADatabase =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "comparison..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "org.camunda..",
              "java.sql..",
              "javax.sql..",
              "jakarta..",
              "org.slf4j..")
          .because("the same classes must run inside a distributed engine's tasks");

  @ArchTest
  static final ArchRule theComparisonKnowsNoOtherModule =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "comparison..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.censusflow..")
                  .and(not(resideInAPackage(ROOT + "comparison.."))));

  @ArchTest
  static final ArchRule modulesDependOnEachOtherWithoutCircles =
      slices().matching("org.censusflow.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule whatIsInsideAModuleIsNotTouchedFromOutside =
      classes().should(touchOnlyTheFaceOfOtherModules());

  @ArchTest
  static final ArchRule nothingDependsOnTheSampleButTheCommandLine =
      noClasses()
          .that(not(resideInAnyPackage(ROOT + "sample..", ROOT + "cli..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "sample..")
          .because("a real census must not hang on what was made to show one");

  @ArchTest
  static final ArchRule onlyTheEngineModuleBuildsSecurityChains =
      noClasses()
          .that(not(resideInAPackage(ROOT + "engine..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework.security.config..")
          .because("two chains that deny by default are read in one place");

  @ArchTest
  static final ArchRule eventsArePublishedInTheTransactionOfWhatTheyTell =
      classes()
          .should(new PublishInTransaction())
          .because("what follows from a change must be lost or kept together with it");

  @ArchTest
  static final ArchRule dependenciesComeThroughTheConstructor =
      GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  @ArchTest
  static final ArchRule logsGoThroughOneLibrary =
      GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest
  static final ArchRule onlyTheCommandLineAndTheSampleSpeakOnTheConsole =
      noClasses()
          .that(not(resideInAPackage(ROOT + "cli..")))
          .and()
          .doNotHaveFullyQualifiedName(ROOT + "sample.workflow.SampleConsole")
          .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule timeComesFromTheClock =
      noClasses()
          .that(not(resideInAnyPackage(ROOT + "cli..", ROOT + "comparison..", ROOT + "sample..")))
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .because("a test that moves the engine's time moves the data plane's with it");

  @ArchTest
  static final ArchRule staticFieldsAreConstants = fields().that().areStatic().should().beFinal();

  @ArchTest
  static final ArchRule loggersArePrivateConstants =
      fields()
          .that()
          .haveRawType(org.slf4j.Logger.class)
          .should()
          .bePrivate()
          .andShould()
          .beStatic()
          .andShould()
          .beFinal();

  private static ArchCondition<JavaClass> touchOnlyTheFaceOfOtherModules() {
    return new ArchCondition<>("touch only the face of other modules") {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        origin.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> isInside(dependency.getTargetClass()))
            .filter(dependency -> !sameModule(origin, dependency.getTargetClass()))
            .forEach(
                dependency ->
                    events.add(
                        SimpleConditionEvent.violated(dependency, dependency.getDescription())));
      }
    };
  }

  /** In a sub-package that is not part of the module's face. */
  private static boolean isInside(JavaClass target) {
    String name = target.getPackageName();
    if (!name.startsWith(ROOT) || target.getName().startsWith(OPEN_TYPE)) {
      return false;
    }
    String own = name.substring(ROOT.length());
    return own.contains(".") && !OPEN.contains(own);
  }

  private static boolean sameModule(JavaClass origin, JavaClass target) {
    return module(origin).equals(module(target));
  }

  private static String module(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(ROOT)) {
      return "";
    }
    String own = name.substring(ROOT.length());
    return own.contains(".") ? own.substring(0, own.indexOf('.')) : own;
  }
}
