import io.github.chalicemaven.it.InvokedProject

def template = InvokedProject.read(new File(basedir, 'orders/target/pipeline.json'))
assert template.Resources.SourceConnection.Properties.ProviderType == 'GitLab'
def source = template.Resources.AppPipeline.Properties.Stages[0].Actions[0].Configuration
assert source.FullRepositoryId == 'acme/shop/backend'
assert source.BranchName == 'main'

def buildSpec = InvokedProject.read(new File(basedir, 'orders/target/buildspec.yml'))
assert buildSpec.phases.build.commands[0] == 'cd "$CODEBUILD_SRC_DIR"/orders'
assert buildSpec.artifacts['base-directory'] == 'orders'

assert InvokedProject.logs(basedir)[0].contains('[INFO] Using the source gitlab:acme/shop/backend, branch main, from'
    + ' <scm> (scm:git:https://gitlab.com/acme/shop/backend.git). To use another source, set <source>.')
return true
