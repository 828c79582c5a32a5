package org.censusflow.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.coverage.Assumption;
import org.censusflow.coverage.CoverageError;
import org.censusflow.coverage.CoverageEstimate;
import org.censusflow.coverage.Estimate;
import org.censusflow.coverage.Estimator;
import org.censusflow.coverage.StratumEstimate;

/** An estimate as JSON; the names are part of the command's interface (docs/coverage.md). */
final class EstimateJson {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private EstimateJson() {}

  static String of(CoverageEstimate estimate) {
    List<String> assumptions = estimate.assumptions().stream().map(Assumption::text).toList();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("confidence", 0.95);
    all.put("strata", estimate.strata().stream().map(s -> stratum(s, assumptions)).toList());
    Map<String, Object> total = stratum(estimate.total(), assumptions);
    total.remove("stratum");
    total.put("withoutStrata", estimate.pooled());
    all.put("total", total);
    try {
      return JSON.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and texts can be written", e);
    }
  }

  private static Map<String, Object> stratum(StratumEstimate s, List<String> assumptions) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("stratum", s.name());
    fields.put("clusters", s.clusters());
    fields.put("cells", s.cells());
    fields.put("lincolnPetersen", estimate(s, Estimator.LINCOLN_PETERSEN));
    fields.put("chapman", estimate(s, Estimator.CHAPMAN));
    fields.put("chandrasekarDeming", estimate(s, Estimator.CHANDRASEKAR_DEMING));
    fields.put("otherStandardErrors", s.checks());
    fields.put("nour", s.nour());
    fields.put("matchingError", s.matching());
    fields.put("coverage", coverage(s.coverage()));
    fields.put("assumptions", assumptions);
    return fields;
  }

  private static Map<String, Object> estimate(StratumEstimate stratum, Estimator estimator) {
    Estimate estimate = stratum.estimates().get(estimator);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("estimate", estimate.estimate());
    fields.put("standardError", estimate.standardError());
    fields.put("low", estimate.low());
    fields.put("high", estimate.high());
    if (Double.isFinite(estimate.degreesOfFreedom())) {
      fields.put("degreesOfFreedom", estimate.degreesOfFreedom());
    }
    return fields;
  }

  private static Map<String, Object> coverage(CoverageError error) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("count", error.count());
    fields.put("imputed", error.imputed());
    fields.put("erroneous", error.erroneous());
    fields.put("correct", error.correct());
    fields.put("omissions", error.omissions());
    fields.put("netRate", error.netRate());
    fields.put("omissionRate", error.omissionRate());
    fields.put("erroneousRate", error.erroneousRate());
    fields.put("grossRate", error.grossRate());
    return fields;
  }
}
