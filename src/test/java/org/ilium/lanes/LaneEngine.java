package org.ilium.lanes;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoveryFilter;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryListener;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/**
 * Runs all test classes of a lane with one start of JUnit. Surefire, with more than one process,
 * gives a process one class after the other, and starts JUnit for each: Quarkus would start the
 * program for each as well. So it is given {@link Lane1} and {@link Lane2} in place of the classes.
 */
public final class LaneEngine implements TestEngine {

    @Override
    public String getId() {
        return "ilium-lanes";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        EngineDescriptor root = new EngineDescriptor(id, "lanes");
        List<Class<?>> lanes =
                Lanes.all().stream().filter(lane -> isSelected(lane, request)).toList();
        if (lanes.isEmpty()) {
            return root;
        }
        if (!isToRunThem()) {
            root.addChild(new Promise(id.append("lanes", lanes.toString())));
            return root;
        }
        EngineDiscoveryRequest classes =
                new Selected(
                        request,
                        lanes.stream()
                                .flatMap(lane -> Lanes.testClassesOf(lane).stream())
                                .map(test -> DiscoverySelectors.selectClass(test.getName()))
                                .toList());
        otherEngines()
                .forEach(
                        (name, engine) ->
                                root.addChild(engine.discover(classes, id.appendEngine(name))));
        return root;
    }

    @Override
    public void execute(ExecutionRequest request) {
        TestDescriptor root = request.getRootTestDescriptor();
        request.getEngineExecutionListener().executionStarted(root);
        Map<String, TestEngine> engines = otherEngines();
        for (TestDescriptor child : root.getChildren()) {
            engines.get(child.getUniqueId().getLastSegment().getValue())
                    .execute(
                            ExecutionRequest.create(
                                    child,
                                    request.getEngineExecutionListener(),
                                    request.getConfigurationParameters(),
                                    request.getOutputDirectoryCreator(),
                                    request.getStore(),
                                    request.getCancellationToken()));
        }
        request.getEngineExecutionListener()
                .executionFinished(root, TestExecutionResult.successful());
    }

    /** Maven's own process only asks whether there is a test in them. */
    private static boolean isToRunThem() {
        return Boolean.getBoolean("ilium.lanes");
    }

    private static boolean isSelected(Class<?> lane, EngineDiscoveryRequest request) {
        return request.getSelectorsByType(ClassSelector.class).stream()
                .anyMatch(selector -> selector.getClassName().equals(lane.getName()));
    }

    private Map<String, TestEngine> otherEngines() {
        return ServiceLoader.load(TestEngine.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(engine -> !engine.getId().equals(getId()))
                .collect(Collectors.toMap(TestEngine::getId, Function.identity()));
    }

    private static final class Promise extends AbstractTestDescriptor {

        Promise(UniqueId id) {
            super(id, "the tests of the lane");
        }

        @Override
        public Type getType() {
            return Type.TEST;
        }
    }

    /** The request, for the classes of the lane. */
    private record Selected(EngineDiscoveryRequest request, List<ClassSelector> classes)
            implements EngineDiscoveryRequest {

        @Override
        public <T extends DiscoverySelector> List<T> getSelectorsByType(Class<T> type) {
            return classes.stream().filter(type::isInstance).map(type::cast).toList();
        }

        @Override
        public <T extends DiscoveryFilter<?>> List<T> getFiltersByType(Class<T> type) {
            return request.getFiltersByType(type);
        }

        @Override
        public ConfigurationParameters getConfigurationParameters() {
            return request.getConfigurationParameters();
        }

        @Override
        public EngineDiscoveryListener getDiscoveryListener() {
            return request.getDiscoveryListener();
        }

        @Override
        public OutputDirectoryCreator getOutputDirectoryCreator() {
            return request.getOutputDirectoryCreator();
        }
    }
}
