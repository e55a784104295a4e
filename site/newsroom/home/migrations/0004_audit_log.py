
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('home', '0003_banner'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='AuditLog',
            fields=[
            ],
            options={
                'verbose_name': 'audit log',
                'verbose_name_plural': 'audit log',
                'permissions': [('see_audit_log', 'Can read the audit log')],
                'proxy': True,
                'default_permissions': (),
                'indexes': [],
                'constraints': [],
            },
            bases=('wagtailcore.modellogentry',),
        ),
    ]
