import io.github.chalicemaven.it.InvokedProject

def template = new File(basedir, 'target/pipeline.json')
assert InvokedProject.read(template).Resources.SourceRepository.Type == 'AWS::CodeCommit::Repository'
assert !template.text.contains('company-parent')

def logs = InvokedProject.logs(basedir)
assert logs[1].contains('[INFO] Using the source codecommit, a repository that the template creates: <source> is not set, and the'
    + ' POMs of this checkout have no <scm>.')
assert logs[2].contains('[WARNING] Using the source codecommit, a repository that the template creates: <source> is not set, and'
    + ' <scm> has no repository on a known host (scm:git:https://git.example.com/acme/orders.git). Set <source>, for example'
    + ' gitlab-self-managed:acme/orders, or codecommit.')
return true
