/**
 * Where the corpus has Terraform definitions of the type `remote` whose module is fetched without a ref (G32): by addon, the line
 * of the address and the definitions that have it there. Found with grep, not with the rule.
 */
const addresses: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  'terraform-alibaba': {
    13: '*dns',
    14: '*amqp *kms *mongodb *mse *oss-website-bucket *rocketmq *sae-application *sae-namespace *security-group',
    15: '*eip-slb-ecs-rds *kubernetes-networking *market-tensorflow *mns-queue *mns-topic *mongodb-multi *network-with-nat *rabbitmq *ram-fc *ram *rds-preview *remote-backend *sae-auto-config-application *slb-acl *slb-listener *slb-rule *vpc-ecs-eip *vpc-privatelink-connection *vpn-gateway terraform-deploy-website',
    16: '*ecs *eip *private-zone',
    18: '*ack *ask *redis *sls-project *sls-store *vpc *vswitch',
    22: '*rds-instance',
    24: '*rds-database *rds',
  },
  'terraform-aws': {
    14: '*bridgecrew-read-only *ecs *eks-cluster-autoscaler *eks-external-dns *eks-kube-state-metrics *guardduty *kms-key *mq *rds *security-hub *subnet *vpc',
    15: '*acm *alb *autoscaling *cloudfront-s3-cdn *cloudfront *cloudwatch-cis-alarms *cloudwatch-log-group *cloudwatch-log-metric-filter *cloudwatch-metric-alarm *cloudwatch-metric-alarms *config *dynamodb-table *ec2-instance *eks-node-problem-detector *eks *elasticache-redis *elb *iam-account *iam-assumable-role-with-oidc *iam-assumable-role-with-saml *iam-assumable-role *iam-assumable-roles-with-saml *iam-assumable-roles *iam-eks-role *iam-group-with-assumable-roles-policy *iam-group-with-policies *iam-nofile *iam-policy-document-aggregator *iam-policy *iam-read-only-policy *iam-role *iam-system-user *iam-user *key-pair *lambda-do-it-all *lambda-with-inline-code *notify-slack *rds-aurora *route53-alias *route53-cluster-hostname *route53-delegation-sets *route53-records *route53-zones *s3-log-storage *secretsmanager-for-rollbar-access-tokens *security-group *sns-topic *sqs *ssm-parameter-store *utils',
    16: '*ecs-container-definition *iam-s3-user *lambda',
  },
  'terraform-azure': {
    14: '*resource-group *subnet *virtual-network',
  },
  'terraform-ec': {
    14: '*deployment',
  },
  'terraform-gcp': {
    14: '*KTHW *appengine *backend-service *basic-vpc-module *bastion *cloudfunction *cloudsql *compute-firewall *compute-forwarding-rule-dcos *compute-forwarding-rule-masters *compute-forwarding-rule *dns-module *gci *gcs *googlecomputeinstance *hashicorp-suite *helmrepo *infrastructure *instance-module *instance *memorystore-redis *mq *network-peering *network *service *tested-oses *vpc',
    15: '*audit-log *bootstrap *cluster *compute-forwarding-rule-public-agents *custom-role *dcos *elasticsearch *environment-setup *firewall-rules *gke-ecommerce *gke-regional *masters *openwisp *private-agents *public-agents *sfabric *statebucket *staticip *storage *subnet',
    16: '*config *service-account',
  },
  'terraform-ucloud': {
    14: '*redis',
  },
};

/** The same as places; `*` in a name stands for the name of the addon and a hyphen. */
export const terraformPlaces: readonly string[] = Object.entries(addresses).flatMap(([addon, lines]) =>
  Object.entries(lines).flatMap(([line, names]) =>
    names.split(' ').map((name) => `${addon}/definitions/${name.replace('*', `${addon}-`)}.yaml:${line}`),
  ),
);
