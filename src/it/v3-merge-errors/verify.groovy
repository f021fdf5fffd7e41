import io.github.chalicemaven.it.InvokedProject

def fragment = "<mergeTemplate> (-Dchalice.mergeTemplate) is `${new File(basedir, 'pipeline-extras.yaml')}`: Resources."
InvokedProject.assertProblems(InvokedProject.logs(basedir)[0], [
    fragment + 'AppPackageBuild.Properties.Environment.EnvironmentVariables[0].Value: Ref refers to `OrdersTable`,'
        + ' but the template has no such parameter or resource.',
    fragment + 'AppPipeline.Properties.Stages[0]: a stage must have 1 to 50 actions, not 0.'
])
assert InvokedProject.files(new File(basedir, 'target')) == []
return true
