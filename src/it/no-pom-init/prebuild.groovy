import io.github.chalicemaven.it.InvokedProject

InvokedProject.sampleApp(basedir)
def git = new File(basedir, '.git')
new File(git, 'config').text = '[remote "origin"]\n\turl = https://me:s3cret@github.com/acme/orders.git\n'
new File(git, 'HEAD').text = 'ref: refs/heads/next\n'
return true
